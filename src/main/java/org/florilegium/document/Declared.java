package org.florilegium.document;

import java.io.Serializable;

/**
 * What a source declares of all its documents; each field is empty where it declares nothing.
 *
 * @param tradition a leaf of the tradition file
 * @param region UN M49 code of the region the documents are about
 * @param voice insider, outsider, translated, ethnographic or institutional
 * @param language BCP-47 tag
 */
public record Declared(String tradition, String region, String voice, String language) implements Serializable {

    /** Nothing declared. */
    public static final Declared NOTHING = new Declared("", "", "", "");
}
