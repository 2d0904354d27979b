/** Reports in the formats that people and pipelines read: Markdown, JUnit, SARIF, CSV, text, GitHub. */
@NullMarked
package dev.shipgate.report.format;

import org.jspecify.annotations.NullMarked;
