@NullMarked
package dev.shipgate.ingest.endpoint;

import org.jspecify.annotations.NullMarked;
