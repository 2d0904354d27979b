/** What all endpoints have in common: errors as problem details (RFC 9457), and the size of bodies. */
@NullMarked
package dev.shipgate.http;

import org.jspecify.annotations.NullMarked;
