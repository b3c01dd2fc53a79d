package org.swarmload.check;

/**
 * One claim of a case.
 *
 * @param what the quantity, in words
 * @param expected the value and its tolerance, in words
 * @param got the value found
 */
public record CheckRow(String what, String expected, String got, boolean pass) {}
