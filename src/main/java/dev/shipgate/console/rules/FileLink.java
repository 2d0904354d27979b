package dev.shipgate.console.rules;

import java.net.URI;

/** A file, and where its text is. */
record FileLink(String path, URI page) {}
