package org.florilegium.spec;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.florilegium.curate.CurateSpec;
import org.florilegium.decontaminate.DecontaminateSpec;
import org.florilegium.dedup.DedupSpec;
import org.florilegium.extract.ExtractSpec;
import org.florilegium.extract.IdentifySpec;
import org.florilegium.extract.NormalizeSpec;
import org.florilegium.filter.FilterSpec;
import org.florilegium.filter.redact.RedactSpec;
import org.florilegium.segment.SegmentSpec;
import org.florilegium.source.SourceSpec;
import org.florilegium.tag.TagSpec;

/**
 * A pipeline file, read and checked.
 *
 * @param name short name of the pipeline
 * @param seed seed of every draw
 * @param output folder that gets {@code reservoir}, {@code release} and {@code accounting.json}
 * @param sources where documents come from, at least one
 * @param extract bounds of extraction
 * @param normalize how texts are made alike
 * @param identify whether and when languages are believed
 * @param filter rules over whole documents
 * @param redact what is masked
 * @param decontaminate evaluation sets to keep out
 * @param dedup how near duplicates are found
 * @param segment sizes of parts and passages
 * @param tag classifiers and the policy between their tiers
 * @param traditions tradition file, relative to the project
 * @param curate profiles and budget
 * @param shardBytes text bytes in a shard, 1 or more
 * @param stream windows and checkpoints, for Kafka
 */
public record PipelineSpec(
        String name,
        String seed,
        String output,
        List<SourceSpec> sources,
        ExtractSpec extract,
        NormalizeSpec normalize,
        IdentifySpec identify,
        FilterSpec filter,
        RedactSpec redact,
        DecontaminateSpec decontaminate,
        DedupSpec dedup,
        SegmentSpec segment,
        TagSpec tag,
        String traditions,
        CurateSpec curate,
        long shardBytes,
        StreamSpec stream)
        implements Serializable {

    public PipelineSpec {
        sources = List.copyOf(sources);
    }

    /**
     * Reads a pipeline file.
     *
     * @param file the file
     * @param settings values to lay over it, by dotted key
     * @param home folder of the project, where classifiers, profiles and traditions lie
     * @throws InvalidFileException with every fault of the file
     */
    public static PipelineSpec read(Path file, Map<String, String> settings, Path home) throws InvalidFileException {
        return new PipelineReader(file, home).read(settings);
    }

    /** Whether the documents come from a stream. */
    public boolean isStream() {
        return sources.get(0).kind().equals("kafka");
    }
}
