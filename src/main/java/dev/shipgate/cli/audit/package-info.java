/** Commands that check the audit. */
@NullMarked
package dev.shipgate.cli.audit;

import org.jspecify.annotations.NullMarked;
