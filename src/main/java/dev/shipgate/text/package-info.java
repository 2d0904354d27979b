/** Texts that people write and read: hidden characters, nearest names, one line, commands of pipelines. */
@NullMarked
package dev.shipgate.text;

import org.jspecify.annotations.NullMarked;
