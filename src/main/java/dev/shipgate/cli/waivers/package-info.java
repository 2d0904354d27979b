/** Commands that grant, list, show and revoke waivers. */
@NullMarked
package dev.shipgate.cli.waivers;

import org.jspecify.annotations.NullMarked;
