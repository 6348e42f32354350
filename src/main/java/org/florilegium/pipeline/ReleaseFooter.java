package org.florilegium.pipeline;

import java.util.Map;
import org.florilegium.sink.Json;

/** The key-value metadata of every Parquet file of a release. */
record ReleaseFooter(Map<String, String> entries, String releaseDigest, String contentDigest) {

    ReleaseFooter(Stages stages, String releaseDigest, String contentDigest) {
        this(
                Map.of(
                        "florilegium.schema_version",
                        "1",
                        "florilegium.pipeline_digest",
                        releaseDigest,
                        "florilegium.content_digest",
                        contentDigest,
                        "florilegium.seed",
                        stages.spec().seed(),
                        "florilegium.labels",
                        String.join(",", stages.labels()),
                        "florilegium.model_digests",
                        Json.line(stages.modelDigests())),
                releaseDigest,
                contentDigest);
    }
}
