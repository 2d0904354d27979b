/** Tables of comma-separated values: header, rows, columns, and numbers as spreadsheets write them. */
@NullMarked
package dev.shipgate.ingest.table;

import org.jspecify.annotations.NullMarked;
