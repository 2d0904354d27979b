package dev.shipgate.cli;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came out of an evaluation.
 *
 * @param passes whether everything that was expected was evaluated, and nothing speaks against the release
 * @param answer the answer of the API
 */
record EvaluatedRequest(boolean passes, JsonNode answer) {}
