/** Callers and their permissions: API keys and tokens, roles, limits for each caller, and a service without keys. */
@NullMarked
package dev.shipgate.access;

import org.jspecify.annotations.NullMarked;
