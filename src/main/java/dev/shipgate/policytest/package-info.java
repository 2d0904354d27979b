/**
 * Policy tests: cases beside the rules that say what the rules must decide. They are run before a ruleset
 * becomes active, on request, and on the command line.
 */
@NullMarked
package dev.shipgate.policytest;

import org.jspecify.annotations.NullMarked;
