package org.florilegium.tag;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.florilegium.document.Document;
import org.florilegium.document.Lineage;
import org.florilegium.document.UnprocessableDocumentException;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.jspecify.annotations.Nullable;

/**
 * Adds scores to every passage and to the row; a document with a lower twin passes untagged, for it can never be kept.
 *
 * <p>What is shipped to a worker is the path of the classifiers' folder and, for each classifier, the digest that was read
 * when the step was made. {@link #open()} reads the folder again on the worker and refuses one that differs. A worker that does
 * not see the folder takes the classifiers of these digests from the job's jar ({@link PackedClassifiers}).
 */
public final class TagPassages implements Step {
    private static final long serialVersionUID = 1L;
    private static final String STAGE = "tag";
    private static final String VERSION = "1";

    private final TagSpec spec;
    private final TaggerOpener opener;
    private final TreeMap<String, String> digests;
    private final LabelList labels;
    private transient @Nullable PassageTagger tagger;
    private transient @Nullable DocumentTagger documents;

    /**
     * Reads and checks the classifiers, without opening a model.
     *
     * @throws ClassifierException naming every fault found
     */
    public TagPassages(TagSpec spec, TaggerOpener opener) {
        this.spec = spec;
        this.opener = opener;
        List<ClassifierFolder> folders = folders(spec);
        this.digests = new TreeMap<>(digests(folders));
        this.labels = LabelList.of(folders.stream().map(ClassifierFolder::spec).toList());
    }

    /** The labels in the order of the passages' probabilities. */
    public LabelList labels() {
        return labels;
    }

    /** SHA-256 of {@code labels.yaml} by classifier, which pins its model and calibration. */
    public SortedMap<String, String> modelDigests() {
        return Collections.unmodifiableSortedMap(digests);
    }

    @Override
    public String stage() {
        return STAGE;
    }

    @Override
    public void open() {
        if (isOff()) {
            return;
        }
        List<ClassifierFolder> folders = found(PackedClassifiers.ofJob());
        PassageTagger opened = PassageTagger.open(folders, RoutingPolicy.of(spec), opener);
        tagger = opened;
        documents = new DocumentTagger(opened, labels);
    }

    @Override
    public void close() {
        if (tagger != null) {
            tagger.close();
            tagger = null;
            documents = null;
        }
    }

    @Override
    public Outcome apply(Document document) throws UnprocessableDocumentException {
        if (isOff() || document.hygiene().hasLowerTwin()) {
            return Outcome.keep(document);
        }
        return Outcome.keep(
                Objects.requireNonNull(documents, "open the step first").tag(document));
    }

    @Override
    public Lineage lineage() {
        return new Lineage(STAGE, VERSION, sha256(spec.canonical()), sha256(digests.toString()));
    }

    private List<ClassifierFolder> found(PackedClassifiers packed) {
        if (!Files.isDirectory(Path.of(spec.classifiers())) && packed.has(digests)) {
            return packed.unpack(digests);
        }
        List<ClassifierFolder> folders = folders(spec);
        if (!digests(folders).equals(digests)) {
            throw new ClassifierException(spec.classifiers() + ": expected the classifiers " + digests
                    + " that the job was started with, found " + digests(folders));
        }
        return folders;
    }

    private boolean isOff() {
        return spec.mode() == TagSpec.Mode.NONE;
    }

    private static List<ClassifierFolder> folders(TagSpec spec) {
        return spec.mode() == TagSpec.Mode.NONE ? List.of() : ClassifierFolder.readAll(Path.of(spec.classifiers()));
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SortedMap<String, String> digests(List<ClassifierFolder> folders) {
        SortedMap<String, String> digests = new TreeMap<>();
        folders.forEach(folder -> digests.put(folder.spec().name(), folder.digest()));
        return digests;
    }
}
