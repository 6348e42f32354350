/**
 * Turns what a corpus holds and what a profile wants into an expected number of copies for each document.
 *
 * <p>Start at {@link org.florilegium.balance.Mixture}: it gathers {@link org.florilegium.balance.Memberships}, projects
 * each {@link org.florilegium.balance.Target}, lets {@link org.florilegium.balance.IntensitySolver} find
 * {@link org.florilegium.balance.Weights}, and {@link org.florilegium.balance.Copies} draws. No Beam here.
 */
@NullMarked
package org.florilegium.balance;

import org.jspecify.annotations.NullMarked;
