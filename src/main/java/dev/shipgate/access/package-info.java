/** Who may do what: API keys and tokens, roles, limits for each caller, and who may reach a service without keys. */
@NullMarked
package dev.shipgate.access;

import org.jspecify.annotations.NullMarked;
