/**
 * Files that survive a power cut, that are their owner's alone, that are packed, or that are watched while they are
 * read.
 */
@NullMarked
package dev.shipgate.file;

import org.jspecify.annotations.NullMarked;
