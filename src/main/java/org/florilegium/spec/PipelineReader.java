package org.florilegium.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.openhft.hashing.LongHashFunction;
import org.florilegium.curate.Aggregation;
import org.florilegium.curate.CurateSpec;
import org.florilegium.decontaminate.DecontaminateSpec;
import org.florilegium.decontaminate.EvaluationSet;
import org.florilegium.dedup.DedupSpec;
import org.florilegium.extract.ExtractSpec;
import org.florilegium.extract.NormalizeSpec;
import org.florilegium.filter.FilterSpec;
import org.florilegium.filter.RecipeUse;
import org.florilegium.filter.address.AddressList;
import org.florilegium.filter.address.AddressSpec;
import org.florilegium.filter.redact.RedactSpec;
import org.florilegium.segment.SegmentSpec;
import org.florilegium.source.SourceSpec;
import org.florilegium.tag.TagSpec;

/** Turns the tree of a pipeline file into its spec; every section is read before the first fault is reported. */
final class PipelineReader {
    private static final long DEFAULT_SHARD_BYTES = 128L << 20;

    private final Path file;
    private final Path home;
    private final List<Fault> faults = new ArrayList<>();

    PipelineReader(Path file, Path home) {
        this.file = file;
        this.home = home;
    }

    PipelineSpec read(Map<String, String> settings) throws InvalidFileException {
        ObjectNode tree = YamlFile.read(file, settings);
        Section root = new Section("", tree, faults);
        String name = root.required("pipeline", "give the pipeline a short name, for example folder");
        String seed = root.text("seed", "florilegium");
        String input = root.text("input", "");
        String output = root.required("output", "name a folder, or use --set output=DIR");
        List<SourceSpec> sources = sources(root, input);
        Optional<ExtractSpec> extract = extract(root.section("extract"));
        Optional<NormalizeSpec> normalize = normalize(root.section("normalize"));
        Optional<FilterSpec> filter = filter(root.section("filter"));
        Optional<RedactSpec> redact = redact(root.section("redact"));
        Optional<DecontaminateSpec> decontaminate = decontaminate(root.section("decontaminate"));
        Optional<DedupSpec> dedup = dedup(root.section("dedup"));
        Optional<SegmentSpec> segment = segment(root.section("segment"));
        Section tagging = root.section("tag");
        String traditions = resolve(tagging.text("traditions", "pipelines/traditions.yaml"));
        Optional<TagSpec> tag = tag(tagging, seed);
        Optional<CurateSpec> curate = curate(root.section("curate"));
        Section write = root.section("write");
        long shardBytes = write.wholeLong("shard_bytes", DEFAULT_SHARD_BYTES);
        if (shardBytes < 1) {
            write.fault("shard_bytes", "must be 1 or more, was " + shardBytes);
        }
        write.reportUnknownKeys();
        Optional<StreamSpec> stream = stream(root.section("stream"));
        root.reportUnknownKeys();
        if (!faults.isEmpty()) {
            throw new InvalidFileException(file.toString(), faults);
        }
        return new PipelineSpec(
                name,
                seed,
                output,
                sources,
                extract.orElseThrow(),
                normalize.orElseThrow(),
                filter.orElseThrow(),
                redact.orElseThrow(),
                decontaminate.orElseThrow(),
                dedup.orElseThrow(),
                segment.orElseThrow(),
                tag.orElseThrow(),
                traditions,
                curate.orElseThrow(),
                shardBytes,
                stream.orElseThrow());
    }

    private List<SourceSpec> sources(Section root, String input) {
        List<SourceSpec> sources = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Section section : root.sections("sources")) {
            source(section, input).ifPresent(source -> {
                if (names.contains(source.name())) {
                    section.fault("name", "must be unique, was '" + source.name() + "' twice");
                }
                names.add(source.name());
                kinds.add(source.kind());
                sources.add(source);
            });
        }
        if (root.tree("sources").isEmpty()) {
            root.fault("sources", "is missing; list at least one source with a name, a kind and a path");
        }
        if (kinds.stream().distinct().count() > 1) {
            root.fault("sources", "must all be of kind files or all of kind kafka; use one pipeline for each");
        }
        return sources;
    }

    private Optional<SourceSpec> source(Section section, String input) {
        List<String> paths = new ArrayList<>();
        for (String path : section.texts("path", List.of())) {
            if (path.contains("${input}") && input.isEmpty()) {
                section.fault("path", "uses ${input}, which is not set; use --set input=DIR");
            }
            paths.add(input.isEmpty() ? path : path.replace("${input}", input));
        }
        return section.build(() -> new SourceSpec(
                section.text("name", ""),
                section.text("kind", "files"),
                paths,
                section.texts("include", List.of()),
                section.texts("exclude", List.of()),
                section.text("root", "").replace("${input}", input),
                section.text("licence", ""),
                section.text("consent", ""),
                section.texts("honour", List.of()),
                section.text("tradition", ""),
                section.text("region", ""),
                section.text("voice", ""),
                section.text("language", ""),
                section.text("text_field", "text"),
                section.text("text_media_type", "text/plain"),
                section.text("id_field", "id"),
                section.text("title_field", "title"),
                section.text("compression", "auto"),
                section.text("bootstrap_servers", ""),
                section.text("topic", "")));
    }

    private Optional<ExtractSpec> extract(Section section) {
        ExtractSpec otherwise = ExtractSpec.defaults();
        int bytes = section.whole("max_bytes", otherwise.maxBytes());
        int characters = section.whole("max_characters", otherwise.maxCharacters());
        int seconds = section.whole("timeout_seconds", otherwise.timeoutSeconds());
        return section.build(() -> new ExtractSpec(bytes, characters, seconds, ""));
    }

    private Optional<NormalizeSpec> normalize(Section section) {
        boolean repair =
                section.flag("repair_mojibake", NormalizeSpec.defaults().repairMojibake());
        return section.build(() -> new NormalizeSpec(repair));
    }

    private Optional<FilterSpec> filter(Section section) {
        FilterSpec otherwise = FilterSpec.defaults();
        List<RecipeUse> recipes = new ArrayList<>();
        for (Section use : section.sections("recipes")) {
            String recipe = use.required("name", "name a recipe, for example gopher-quality");
            String mode = use.word("mode", "tag", List.of("tag", "drop"));
            List<String> languages = use.texts("languages", List.of());
            List<String> except = use.texts("except_languages", List.of());
            use.build(() -> new RecipeUse(
                            recipe, mode.equals("drop") ? RecipeUse.Mode.DROP : RecipeUse.Mode.TAG, languages, except))
                    .ifPresent(recipes::add);
        }
        List<RecipeUse> used = section.has("recipes") ? recipes : otherwise.recipes();
        List<String> domains = section.texts("blocked_domains", List.of());
        List<String> words = section.texts("blocked_path_words", List.of());
        List<AddressList> lists = addressLists(section);
        int soft = section.whole("soft_words", AddressSpec.DEFAULT_SOFT_WORDS);
        return section.build(() -> new FilterSpec(used, new AddressSpec(domains, words, lists, soft)));
    }

    private List<AddressList> addressLists(Section section) {
        List<AddressList> lists = new ArrayList<>();
        for (Section list : section.sections("address_lists")) {
            String path = resolve(list.required("path", "name a file or folder of entries, one a line"));
            String holds = list.word("holds", "domains", AddressList.kinds());
            String match = list.word("match", "subdomains", AddressList.matches());
            list.build(() -> new AddressList(
                            path,
                            AddressList.Holds.valueOf(holds.toUpperCase(java.util.Locale.ROOT)),
                            AddressList.Match.valueOf(match.toUpperCase(java.util.Locale.ROOT))))
                    .ifPresent(lists::add);
        }
        return lists;
    }

    private Optional<RedactSpec> redact(Section section) {
        List<String> kinds = section.texts("kinds", RedactSpec.defaults().kinds());
        return section.build(() -> new RedactSpec(kinds));
    }

    private Optional<DedupSpec> dedup(Section section) {
        DedupSpec otherwise = DedupSpec.defaults();
        int bands = section.whole("bands", otherwise.bands());
        int rows = section.whole("rows", otherwise.rows());
        int shingle = section.whole("shingle", otherwise.shingle());
        String hash = section.text("hash", otherwise.hash());
        int seed = section.whole("seed", otherwise.seed());
        return section.build(() -> new DedupSpec(bands, rows, shingle, hash, seed));
    }

    private Optional<TagSpec> tag(Section section, String seed) {
        String classifiers = resolve(section.text("classifiers", "classifiers"));
        String policy = section.word("policy", "auto", List.of("tier1", "auto", "all"));
        TagSpec otherwise = TagSpec.of(classifiers, LongHashFunction.xx3().hashChars(seed));
        double margin = section.number("margin", otherwise.margin());
        double audit = section.number("audit_share", otherwise.auditShare());
        return section.build(() -> new TagSpec(classifiers, TagSpec.Mode.of(policy), margin, audit, otherwise.seed()));
    }

    private Optional<CurateSpec> curate(Section section) {
        CurateSpec otherwise = CurateSpec.defaults();
        List<String> words = java.util.Arrays.stream(Aggregation.values())
                .map(Aggregation::word)
                .toList();
        String aggregation = section.word("aggregation", otherwise.aggregation().word(), words);
        List<String> profiles =
                section
                        .texts(
                                "profiles",
                                otherwise.profiles().stream()
                                        .map(path -> "pipelines/" + path)
                                        .toList())
                        .stream()
                        .map(this::resolve)
                        .toList();
        double budget = section.number("budget", otherwise.budget());
        int copies = section.whole("max_copies", otherwise.maxCopies());
        int epochs = section.whole("epochs", otherwise.epochs());
        double share = section.number("max_source_share", otherwise.maxSourceShare());
        return section.build(() -> new CurateSpec(
                Aggregation.valueOf(aggregation.toUpperCase(java.util.Locale.ROOT)),
                profiles,
                budget,
                copies,
                epochs,
                share));
    }

    private Optional<StreamSpec> stream(Section section) {
        int window = section.whole("window_seconds", 10);
        int checkpoint = section.whole("checkpoint_seconds", 10);
        return section.build(() -> new StreamSpec(window, checkpoint));
    }

    private Optional<SegmentSpec> segment(Section section) {
        SegmentSpec otherwise = SegmentSpec.defaults();
        int part = section.whole("max_part_characters", otherwise.maxPartCharacters());
        int least = section.whole("min_words", otherwise.minWords());
        int target = section.whole("target_words", otherwise.targetWords());
        int most = section.whole("max_words", otherwise.maxWords());
        return section.build(() -> new SegmentSpec(part, least, target, most));
    }

    private Optional<DecontaminateSpec> decontaminate(Section section) {
        List<EvaluationSet> sets = new ArrayList<>();
        for (Section set : section.sections("sets")) {
            String name = set.required("name", "name the evaluation set");
            String path = resolve(set.required("path", "name a folder of .jsonl or .txt files"));
            List<String> fields = set.texts("fields", EvaluationSet.of("x", "x").fields());
            set.build(() -> new EvaluationSet(name, path, fields)).ifPresent(sets::add);
        }
        int words = section.whole("words", DecontaminateSpec.defaults().words());
        return section.build(() -> new DecontaminateSpec(sets, words));
    }

    /** Paths of the project's own files are relative to its home where they are not there relative to the caller. */
    private String resolve(String path) {
        return java.nio.file.Files.exists(Path.of(path))
                ? path
                : home.resolve(path).toString();
    }
}
