/**
 * Profiles, decisions and the plan of a release.
 *
 * <p>Start at {@link org.florilegium.curate.CurateSolver}: it reads the {@link org.florilegium.curate.Features} of every document once,
 * lets each {@link org.florilegium.curate.Profile} decide, and solves the mixtures; the
 * {@link org.florilegium.curate.CurationPlan} it gives then answers for any document what becomes of it. The mathematics is in
 * {@code balance}. No Beam here.
 */
@NullMarked
package org.florilegium.curate;

import org.jspecify.annotations.NullMarked;
