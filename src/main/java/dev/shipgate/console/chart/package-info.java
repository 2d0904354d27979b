/** Charts of measurements: values become places in a picture, which a template then only writes down. */
@NullMarked
package dev.shipgate.console.chart;

import org.jspecify.annotations.NullMarked;
