/** Commands that lint, test, backtest and precompile a folder of rules; rules without the container. */
@NullMarked
package dev.shipgate.cli.rules;

import org.jspecify.annotations.NullMarked;
