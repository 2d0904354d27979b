/** What is common to texts that people write and read. */
@NullMarked
package dev.shipgate.text;

import org.jspecify.annotations.NullMarked;
