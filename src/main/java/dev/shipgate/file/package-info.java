/** Files that have to survive a power cut, that are nobody's but their owner's, and that are packed. */
@NullMarked
package dev.shipgate.file;

import org.jspecify.annotations.NullMarked;
