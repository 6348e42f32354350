package org.florilegium.source;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One path of a source: a file, a folder or a glob.
 *
 * @param start the file or folder itself, or the folder in front of a glob's first wildcard
 * @param glob the whole absolute glob, empty for a file or folder
 */
record DeclaredPath(Path start, String glob) {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

    static DeclaredPath of(Path workingFolder, String declared) {
        Path literal = workingFolder.resolve(declared).normalize();
        if (!WILDCARD.matcher(declared).find() || Files.exists(literal)) {
            return new DeclaredPath(literal, "");
        }
        StringBuilder before = new StringBuilder();
        for (String part : declared.split("/", -1)) {
            if (WILDCARD.matcher(part).find()) {
                break;
            }
            before.append(part).append('/');
        }
        Path start = workingFolder.resolve(before.toString()).normalize();
        String rest = declared.substring(Math.min(before.length(), declared.length()));
        return new DeclaredPath(start, escape(start.toString()) + "/" + rest);
    }

    private static String escape(String literal) {
        return literal.replaceAll("([*?\\[\\]{}\\\\])", "\\\\$1");
    }

    boolean covers(Path file) {
        return glob.isEmpty()
                || FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(file);
    }

    /** The folder that origins are relative to when the source declares no root. */
    Path folder() {
        Path parent = start.getParent();
        return Files.isRegularFile(start) && parent != null ? parent : start;
    }

    /** The deepest folder that holds all of {@code folders}. */
    static Path common(List<Path> folders) {
        Path shared = folders.get(0);
        for (Path folder : folders) {
            while (!folder.startsWith(shared) && shared.getParent() != null) {
                shared = shared.getParent();
            }
        }
        return shared;
    }
}
