/** Each decision that was answered is on disk, whatever happens to the process, the disk or the database server. */
@NullMarked
package dev.shipgate.durability;

import org.jspecify.annotations.NullMarked;
