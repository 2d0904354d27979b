package dev.shipgate.json;

/** A number that no double holds, such as {@code NaN} or {@code 1e999}, as it was written. */
record NonFinite(String text) {}
