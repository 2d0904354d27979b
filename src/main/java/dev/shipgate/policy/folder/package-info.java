/** Rule files on disk: where they are, which names count, how they are read and replaced. */
@NullMarked
package dev.shipgate.policy.folder;

import org.jspecify.annotations.NullMarked;
