/**
 * Policy tests: cases beside the rules, each with a request and the decision that the rules must make. They are run
 * before a ruleset becomes active, on request, and on the command line.
 */
@NullMarked
package dev.shipgate.policytest;

import org.jspecify.annotations.NullMarked;
