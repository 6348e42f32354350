package org.florilegium.tag.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.florilegium.tag.ClassifierException;
import org.florilegium.tag.ClassifierFolder;

/**
 * Numbers of the tokens of a text, by the classifier's {@code tokenizer.json}.
 *
 * <p>The native library is unpacked under {@code java.io.tmpdir} unless {@code DJL_CACHE_DIR} says otherwise.
 */
final class TextTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final String prefix;

    /**
     * Opens the tokenizer of {@code folder}.
     *
     * @throws ClassifierException when the file is none
     */
    TextTokenizer(ClassifierFolder folder) {
        this.prefix = folder.spec().prefix();
        setIfAbsent(
                "DJL_CACHE_DIR",
                Path.of(System.getProperty("java.io.tmpdir", "."), "florilegium-natives")
                        .toString());
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        Map<String, String> options = Map.of(
                "addSpecialTokens", "true",
                "truncation", "true",
                "padding", "false",
                "maxLength", String.valueOf(folder.spec().maxTokens()));
        try {
            this.tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(folder.tokenizer()), options);
        } catch (IOException | RuntimeException e) {
            throw new ClassifierException(folder.spec().name() + ": cannot open the tokenizer: " + e.getMessage(), e);
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Token numbers of the prefix and {@code text}, cut after the classifier's number of tokens. */
    long[] ids(String text) {
        return tokenizer.encode(prefix + text).getIds();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
