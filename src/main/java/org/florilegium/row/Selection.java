package org.florilegium.row;

import java.io.Serializable;

/**
 * Why a row is in a release.
 *
 * @param profile profiles that chose it, joined by commas
 * @param chargedTo the profile whose budget it uses
 * @param copies how often it counts, 1 or more
 * @param intensity expected copies
 * @param unit keyed hash of the document id, from 0 up to 1, that drew the copies
 * @param weightsVersion digest of the weights
 */
public record Selection(
        String profile, String chargedTo, int copies, double intensity, double unit, String weightsVersion)
        implements Serializable {}
