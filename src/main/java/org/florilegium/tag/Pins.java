package org.florilegium.tag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares the artefacts of a classifier with the hashes that its {@code labels.yaml} pins. */
final class Pins {
    private Pins() {}

    static void check(Path folder, ClassifierSpec spec, List<String> faults) {
        file(folder, "model", spec.model(), faults);
        file(folder, "calibration", spec.calibration(), faults);
        if (spec.kind() == ClassifierSpec.Kind.ENCODER_HEAD) {
            resource(folder, "encoder", spec.encoder(), faults);
            resource(folder, "tokenizer", spec.tokenizer(), faults);
        } else if (spec.kind() == ClassifierSpec.Kind.TEXT_ENCODER) {
            file(folder, "tokenizer", spec.tokenizer(), faults);
        }
    }

    private static void file(Path folder, String key, Artefact pin, List<String> faults) {
        String at = ClassifierFolder.shown(folder, "labels.yaml") + ": " + key;
        try {
            compare(at, pin, Files.readAllBytes(folder.resolve(pin.name())), faults);
        } catch (IOException e) {
            faults.add(at + ".file: no file " + pin.name() + " (looked in " + folder + ")");
        }
    }

    private static void resource(Path folder, String key, Artefact pin, List<String> faults) {
        String at = ClassifierFolder.shown(folder, "labels.yaml") + ": " + key;
        try {
            compare(at, pin, resource(pin), faults);
        } catch (IOException e) {
            faults.add(at + ".resource: " + e.getMessage());
        }
    }

    private static void compare(String at, Artefact pin, byte[] bytes, List<String> faults) {
        String found = Sha256.of(bytes);
        if (!found.equals(pin.sha256())) {
            faults.add(at + ".sha256: expected " + pin.sha256() + ", found " + found + " in " + pin.name());
        }
    }

    static byte[] resource(Artefact pin) throws IOException {
        ClassLoader loader = Pins.class.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(pin.name())) {
            if (in == null) {
                throw new IOException("no resource " + pin.name() + " on the class path");
            }
            return in.readAllBytes();
        }
    }
}
