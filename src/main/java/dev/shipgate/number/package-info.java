/** Numbers that facts and bodies are made of: which their place takes, and how people read them. */
@NullMarked
package dev.shipgate.number;

import org.jspecify.annotations.NullMarked;
