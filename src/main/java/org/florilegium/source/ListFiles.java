package org.florilegium.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists the files that sources cover.
 *
 * <p>All regular files count, whatever their names, but files and folders whose names start with a dot are left out, and
 * symbolic links below a declared path are not followed. A file that several sources cover belongs to the first of them in
 * the pipeline file; it is listed once.
 */
public final class ListFiles {
    private static final Comparator<SourceFile> ORDER =
            Comparator.comparing(SourceFile::source).thenComparing(SourceFile::relativeUri);

    private final Path workingFolder;

    /** {@code workingFolder} is what relative paths are relative to. */
    public ListFiles(Path workingFolder) {
        this.workingFolder = workingFolder.toAbsolutePath().normalize();
    }

    /**
     * The files of all sources of kind {@code files}, sorted by source and path.
     *
     * @throws IllegalArgumentException with one line for every path that leads nowhere, for example {@code
     *     sources[0].path: no file or folder 'texts' (looked in /home/a)}
     */
    public List<SourceFile> list(List<SourceSpec> sources) {
        List<SourceFile> files = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<Path> claimed = new HashSet<>();
        for (int index = 0; index < sources.size(); index++) {
            if (sources.get(index).kind().equals("files")) {
                listSource(sources.get(index), "sources[" + index + "]", claimed, files, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return files.stream().sorted(ORDER).toList();
    }

    private void listSource(
            SourceSpec spec, String at, Set<Path> claimed, List<SourceFile> files, List<String> faults) {
        List<DeclaredPath> paths = new ArrayList<>();
        spec.paths().forEach(declared -> paths.add(DeclaredPath.of(workingFolder, declared)));
        Map<Path, Long> found = find(spec, at, paths, faults);
        Path root = spec.root().isEmpty()
                ? DeclaredPath.common(paths.stream().map(DeclaredPath::folder).toList())
                : workingFolder.resolve(spec.root()).normalize();
        int matching = 0;
        for (Path file : found.keySet()) {
            if (!file.startsWith(root)) {
                faults.add(at + ".root: '" + root + "' must hold every file of the source, but not " + file);
                return;
            }
            Path relative = root.relativize(file);
            if (matches(spec, relative)) {
                matching++;
                if (claimed.add(realPath(file))) {
                    long bytes = found.getOrDefault(file, 0L);
                    files.add(new SourceFile(spec.name(), file.toString(), unixPath(relative), bytes));
                }
            }
        }
        if (matching == 0 && !found.isEmpty()) {
            faults.add(at + ".include: leaves none of " + found.size() + " files");
        }
    }

    private Map<Path, Long> find(SourceSpec spec, String at, List<DeclaredPath> paths, List<String> faults) {
        Map<Path, Long> found = new TreeMap<>();
        for (int index = 0; index < paths.size(); index++) {
            DeclaredPath path = paths.get(index);
            String declared = spec.paths().get(index);
            if (!Files.exists(path.start())) {
                faults.add(at + ".path: no file or folder '" + declared + "' (looked in " + workingFolder + ")");
                continue;
            }
            Map<Path, Long> below = walk(path);
            if (below.isEmpty()) {
                faults.add(at + ".path: no file matches '" + declared + "' (looked in " + path.start() + ")");
            }
            found.putAll(below);
        }
        return found;
    }

    private static Map<Path, Long> walk(DeclaredPath path) {
        TreeMap<Path, Long> found = new TreeMap<>();
        Path start = realPath(path.start());
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean below = folder.getNameCount() > start.getNameCount();
                    return below && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path declared = path.start().resolve(start.relativize(file)).normalize();
                    if (attributes.isRegularFile() && path.covers(declared) && !isHidden(file)) {
                        found.put(declared, attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + path.start(), unreadable);
        }
        return found;
    }

    private static Path realPath(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException vanished) {
            throw new UncheckedIOException("cannot resolve " + file, vanished);
        }
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private static boolean matches(SourceSpec spec, Path relative) {
        boolean included =
                spec.include().isEmpty() || spec.include().stream().anyMatch(glob -> globMatches(glob, relative));
        return included && spec.exclude().stream().noneMatch(glob -> globMatches(glob, relative));
    }

    /** A glob without a slash is held against the file's name, as shells' users expect. */
    private static boolean globMatches(String glob, Path relative) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return matcher.matches(relative) || (!glob.contains("/") && matcher.matches(relative.getFileName()));
    }

    private static String unixPath(Path relative) {
        List<String> parts = new ArrayList<>();
        relative.forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }
}
