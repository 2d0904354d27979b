/** Waivers: exceptions that people grant, list and revoke over HTTP. What one lifts is for rules to say. */
@NullMarked
package dev.shipgate.waivers;

import org.jspecify.annotations.NullMarked;
