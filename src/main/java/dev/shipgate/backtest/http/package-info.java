/** Backtests over HTTP: starting them, and what came of them. */
@NullMarked
package dev.shipgate.backtest.http;

import org.jspecify.annotations.NullMarked;
