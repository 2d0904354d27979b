/** The outcome of a backtest as people read it, made of its JSON alone. */
@NullMarked
package dev.shipgate.report.backtest;

import org.jspecify.annotations.NullMarked;
