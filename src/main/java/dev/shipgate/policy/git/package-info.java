/**
 * The commit of a rules folder that is a Git work tree. People who write the folder write its repository too, so
 * nothing here is trusted: no setting of it is read, no program is started, and all that is read is bounded.
 */
@NullMarked
package dev.shipgate.policy.git;

import org.jspecify.annotations.NullMarked;
