/** The bytes of a request: how they are read, in which coding, the parts of a form. */
@NullMarked
package dev.shipgate.http.body;

import org.jspecify.annotations.NullMarked;
