/** Commands that add, list and revoke API keys. */
@NullMarked
package dev.shipgate.cli.keys;

import org.jspecify.annotations.NullMarked;
