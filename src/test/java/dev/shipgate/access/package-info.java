@NullMarked
package dev.shipgate.access;

import org.jspecify.annotations.NullMarked;
