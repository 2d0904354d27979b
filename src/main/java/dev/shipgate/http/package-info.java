/** What all endpoints have in common: errors as problem details (RFC 9457), queries, connections, and who calls. */
@NullMarked
package dev.shipgate.http;

import org.jspecify.annotations.NullMarked;
