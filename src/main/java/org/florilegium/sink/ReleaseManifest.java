package org.florilegium.sink;

import java.util.List;
import java.util.Map;
import org.florilegium.document.DocumentId;

/**
 * What a release consists of; written last, so a release with a manifest is whole.
 *
 * @param format version of this form, 1
 * @param contentDigest digest of the reservoir it derives from
 * @param pipelineDigest digest of what can change a row
 * @param seed seed of all draws
 * @param labels labels in the order of {@code passages[].p}
 * @param modelDigests digests of the models, by classifier
 * @param profiles digests of the profiles, by name
 * @param rows rows in all shards
 * @param documents documents in all shards
 * @param copies rows counted as often as they are to be read
 * @param tokens ICU words, each row counted once
 * @param shards sorted by path
 * @param files SHA-256 of the other files of the release, by path
 * @param digest SHA-256 of all of the above as one line of JSON with an empty digest
 */
public record ReleaseManifest(
        int format,
        String contentDigest,
        String pipelineDigest,
        String seed,
        List<String> labels,
        Map<String, String> modelDigests,
        Map<String, String> profiles,
        long rows,
        long documents,
        long copies,
        long tokens,
        List<ShardEntry> shards,
        Map<String, String> files,
        String digest) {
    /** The form that is written. */
    public static final int FORMAT = 1;

    public ReleaseManifest {
        labels = List.copyOf(labels);
        shards = shards.stream().sorted().toList();
    }

    /** This manifest with its digest. */
    public ReleaseManifest sealed() {
        return withDigest(computedDigest());
    }

    /** The digest that this manifest must have. */
    public String computedDigest() {
        return DocumentId.sha256Hex(Json.line(withDigest("")));
    }

    private ReleaseManifest withDigest(String value) {
        return new ReleaseManifest(
                format,
                contentDigest,
                pipelineDigest,
                seed,
                labels,
                modelDigests,
                profiles,
                rows,
                documents,
                copies,
                tokens,
                shards,
                files,
                value);
    }
}
