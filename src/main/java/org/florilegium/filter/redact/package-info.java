/**
 * Masks what names or reaches a person: addresses, numbers of phones, accounts, cards and registers, keys; if asked, dates of
 * birth, names and postal addresses.
 *
 * <p>Start with {@link org.florilegium.filter.redact.RedactPersonalData}. Each kind has its finder; a finder sees one {@link
 * org.florilegium.filter.redact.MarkedText} and keeps nothing between texts.
 */
@NullMarked
package org.florilegium.filter.redact;

import org.jspecify.annotations.NullMarked;
