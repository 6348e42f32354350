/**
 * Masks email addresses, phone numbers and public IP addresses.
 *
 * <p>Start with {@link org.florilegium.filter.redact.RedactPersonalData}. Each kind has its finder; a finder sees one text
 * and keeps nothing between texts.
 */
@NullMarked
package org.florilegium.filter.redact;

import org.jspecify.annotations.NullMarked;
