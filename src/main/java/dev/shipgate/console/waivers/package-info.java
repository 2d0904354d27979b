/** Waivers: the list, the page of each, and the forms by which people grant and revoke them. */
@NullMarked
package dev.shipgate.console.waivers;

import org.jspecify.annotations.NullMarked;
