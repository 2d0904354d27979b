/** Backtests: the verdicts that other rules would have given on recorded decisions. */
@NullMarked
package dev.shipgate.backtest;

import org.jspecify.annotations.NullMarked;
