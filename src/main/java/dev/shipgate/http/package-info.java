/** Parts of all endpoints: errors as problem details (RFC 9457), queries, connections, and the caller. */
@NullMarked
package dev.shipgate.http;

import org.jspecify.annotations.NullMarked;
