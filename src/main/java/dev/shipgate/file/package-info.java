/** Files that have to survive a power cut, and that are nobody's but their owner's. */
@NullMarked
package dev.shipgate.file;

import org.jspecify.annotations.NullMarked;
