package dev.shipgate.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.AnswerVerdict;

/**
 * What came out of an evaluation.
 *
 * @param atBest the verdict, where more is known than the answer tells; else a pass
 * @param answer the answer of the API
 */
record EvaluatedRequest(AnswerVerdict atBest, JsonNode answer) {}
