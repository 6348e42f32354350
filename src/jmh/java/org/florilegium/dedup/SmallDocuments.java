package org.florilegium.dedup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes small generated documents as JSON lines, to see what millions of them cost: of ten, seven are like no other, one is the
 * same as an earlier one, two are nearly the same. With a bucket, all are nearly the same.
 */
public final class SmallDocuments {
    private static final int FILES = 16;
    private static final int WORDS = 40;
    private static final int VOCABULARY = 50_000;

    private SmallDocuments() {}

    /** @param args folder, documents, and {@code bucket} where all are to be nearly the same */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int documents = Integer.parseInt(args[1]);
        boolean bucket = args.length > 2 && args[2].equals("bucket");
        for (int file = 0; file < FILES; file++) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("part-" + file + ".jsonl"))) {
                for (int i = file; i < documents; i += FILES) {
                    out.write("{\"id\": \"" + i + "\", \"text\": \"" + (bucket ? page(i) : text(i)) + "\"}\n");
                }
            }
        }
    }

    private static String text(int document) {
        int kind = document % 10;
        int like = kind >= 7 ? document - kind : document;
        String text = words(like);
        return kind < 8 ? text : text + " " + word(new SplittableRandom(document).nextInt(VOCABULARY));
    }

    private static String page(int document) {
        return words(0) + "\\n\\n" + words(1) + " " + word(document % VOCABULARY) + word(document / VOCABULARY);
    }

    private static String words(int document) {
        SplittableRandom random = new SplittableRandom(document);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            double share = random.nextDouble();
            text.append(i == 0 ? "" : i % 20 == 0 ? "\\n\\n" : " ").append(word((int) (VOCABULARY * share * share)));
        }
        return text.toString();
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }
}
