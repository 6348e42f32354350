package org.florilegium.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.florilegium.document.Declared;

/**
 * One source of a pipeline file: where its documents lie, and what it declares of all of them. Text that is not declared
 * is empty.
 *
 * @param name unique name, as it stands in provenance: letters, digits, {@code . _ -}
 * @param kind {@code files} or {@code kafka}
 * @param paths files, folders (all below them) or globs, for {@code files}
 * @param include globs over the path relative to the root; empty for everything
 * @param exclude globs over the path relative to the root that are left out
 * @param root folder that {@link org.florilegium.document.Origin#uri()} is relative to; empty for the deepest folder
 *     that all {@code paths} share
 * @param licence SPDX expression or the source's own words
 * @param consent {@code granted}, {@code withdrawn} or another word in snake case
 * @param honour kinds of opt-out signals that withhold a document of this source: noai, tdm, noindex, robots,
 *     robots_ai; none by default
 * @param tradition a leaf of the tradition file
 * @param region UN M49 code of the region the documents are about, three digits
 * @param voice insider, outsider, translated, ethnographic, institutional or unknown
 * @param language BCP-47 tag
 * @param textField name of the JSON field or Parquet column that holds the text; empty for a topic whose messages are
 *     texts as they stand
 * @param textMediaType media type of that field
 * @param idField name of the field with the row's own name, used in {@link org.florilegium.document.Origin#record()}
 * @param titleField name of the field with the title
 * @param compression {@code auto} (by magic bytes) or {@code none}
 * @param bootstrapServers brokers as {@code host:port,host:port}, for {@code kafka}
 * @param topic topic, for {@code kafka}
 */
public record SourceSpec(
        String name,
        String kind,
        List<String> paths,
        List<String> include,
        List<String> exclude,
        String root,
        String licence,
        String consent,
        List<String> honour,
        String tradition,
        String region,
        String voice,
        String language,
        String textField,
        String textMediaType,
        String idField,
        String titleField,
        String compression,
        String bootstrapServers,
        String topic)
        implements Serializable {

    private static final Set<String> KINDS = Set.of("files", "kafka");
    private static final Set<String> VOICES =
            Set.of("", "insider", "outsider", "translated", "ethnographic", "institutional", "unknown");
    private static final Set<String> HONOURED = Set.of("noai", "tdm", "noindex", "robots", "robots_ai");
    private static final Set<String> COMPRESSIONS = Set.of("auto", "none");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");
    private static final Pattern M49 = Pattern.compile("[0-9]{3}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

    /** Throws one {@link IllegalArgumentException} with a line {@code field: complaint, was 'value'} for every fault. */
    public SourceSpec {
        paths = List.copyOf(paths);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        honour = List.copyOf(honour);
        List<String> faults = new ArrayList<>();
        check(faults, NAME.matcher(name).matches(), "name", "must be 1 to 100 of letters, digits, '.', '_', '-'", name);
        check(faults, KINDS.contains(kind), "kind", "must be files or kafka", kind);
        check(
                faults,
                HONOURED.containsAll(honour),
                "honour",
                "must be of noai, tdm, noindex, robots, robots_ai",
                honour);
        checkDeclared(faults, consent, region, voice, language);
        check(faults, !textField.isEmpty() || kind.equals("kafka"), "text_field", "must not be empty", textField);
        check(
                faults,
                MEDIA_TYPE.matcher(textMediaType).matches(),
                "text_media_type",
                "must be type/subtype",
                textMediaType);
        check(faults, COMPRESSIONS.contains(compression), "compression", "must be auto or none", compression);
        if (kind.equals("files")) {
            check(faults, !paths.isEmpty() && !paths.contains(""), "path", "must name a file, folder or glob", paths);
            check(faults, topic.isEmpty(), "topic", "is for kind kafka only", topic);
        }
        if (kind.equals("kafka")) {
            check(faults, paths.isEmpty(), "path", "is for kind files only", paths);
            check(faults, !topic.isEmpty(), "topic", "must not be empty", topic);
            check(faults, !bootstrapServers.isEmpty(), "bootstrap_servers", "must be host:port,...", bootstrapServers);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }

    /** A source of files that declares nothing: the start for {@code with} methods and tests. */
    public static SourceSpec files(String name, String... paths) {
        return new SourceSpec(
                name,
                "files",
                List.of(paths),
                List.of(),
                List.of(),
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                "text",
                "text/plain",
                "id",
                "title",
                "auto",
                "",
                "");
    }

    /** A topic whose messages are JSON objects. */
    public static SourceSpec kafka(String name, String bootstrapServers, String topic) {
        return new SourceSpec(
                name,
                "kafka",
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                "text",
                "text/plain",
                "id",
                "title",
                "auto",
                bootstrapServers,
                topic);
    }

    /** This source over other files. */
    public SourceSpec withFiles(String itsRoot, List<String> including, List<String> excluding) {
        return new SourceSpec(
                name,
                kind,
                paths,
                including,
                excluding,
                itsRoot,
                licence,
                consent,
                honour,
                tradition,
                region,
                voice,
                language,
                textField,
                textMediaType,
                idField,
                titleField,
                compression,
                bootstrapServers,
                topic);
    }

    /** This source with other field names. */
    public SourceSpec withFields(String text, String id, String title) {
        return new SourceSpec(
                name,
                kind,
                paths,
                include,
                exclude,
                root,
                licence,
                consent,
                honour,
                tradition,
                region,
                voice,
                language,
                text,
                textMediaType,
                id,
                title,
                compression,
                bootstrapServers,
                topic);
    }

    /** This source with other terms. */
    public SourceSpec withTerms(String itsLicence, String itsConsent) {
        return new SourceSpec(
                name,
                kind,
                paths,
                include,
                exclude,
                root,
                itsLicence,
                itsConsent,
                honour,
                tradition,
                region,
                voice,
                language,
                textField,
                textMediaType,
                idField,
                titleField,
                compression,
                bootstrapServers,
                topic);
    }

    /** This source with kinds of opt-out signals to honour. */
    public SourceSpec withHonour(List<String> kinds) {
        return new SourceSpec(
                name,
                kind,
                paths,
                include,
                exclude,
                root,
                licence,
                consent,
                kinds,
                tradition,
                region,
                voice,
                language,
                textField,
                textMediaType,
                idField,
                titleField,
                compression,
                bootstrapServers,
                topic);
    }

    /** What a document of this source carries as declared. */
    public Declared declared() {
        return new Declared(tradition, region, voice, language);
    }

    private static void checkDeclared(
            List<String> faults, String consent, String region, String voice, String language) {
        boolean word = consent.isEmpty() || WORD.matcher(consent).matches();
        check(faults, word, "consent", "must be granted, withdrawn or another word in snake case", consent);
        boolean code = region.isEmpty() || M49.matcher(region).matches();
        check(faults, code, "region", "must be a UN M49 code of three digits", region);
        check(faults, VOICES.contains(voice), "voice", "must be one of " + String.join(" ", sorted(VOICES)), voice);
        boolean tag = language.isEmpty() || LANGUAGE.matcher(language).matches();
        check(faults, tag, "language", "must be a BCP-47 tag", language);
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).sorted().toList();
    }

    private static void check(List<String> faults, boolean holds, String field, String complaint, Object value) {
        if (!holds) {
            faults.add(field + ": " + complaint + ", was '" + value + "'");
        }
    }
}
