package org.florilegium.extract;

/**
 * What was taken out of some bytes.
 *
 * @param text text with paragraphs separated by blank lines, not yet normalized
 * @param title title the document gives itself, empty where it gives none
 */
record Extracted(String text, String title) {}
