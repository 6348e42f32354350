package org.florilegium.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of(
                "texts/b.txt", "texts/a.md", "texts/deep/c.txt", "texts/.hidden/d.txt", "texts/.e", "other/f.txt")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), name);
        }
    }

    @Test
    void listsFoldersSortedRelativeToThemselvesWithoutHiddenFiles() {
        List<SourceFile> files = list(SourceSpec.files("s", "texts"));

        assertThat(files).extracting(SourceFile::relativeUri).containsExactly("a.md", "b.txt", "deep/c.txt");
        assertThat(files.get(0).bytes()).isEqualTo("texts/a.md".length());
    }

    @Test
    void expandsGlobsAndSingleFilesRelativeToWhatTheyShare() {
        List<SourceFile> files = list(SourceSpec.files("s", "texts/**.txt", "other/f.txt"));

        assertThat(files)
                .extracting(SourceFile::relativeUri)
                .containsExactly("other/f.txt", "texts/b.txt", "texts/deep/c.txt");
    }

    @Test
    void listsAFileOnceThatTwoPathsOfOneSourceCover() {
        assertThat(list(SourceSpec.files("s", "texts", "texts/b.txt"))).hasSize(3);
    }

    @Test
    void appliesRootIncludeAndExclude() {
        SourceSpec spec = SourceSpec.files("s", "texts").withFiles(".", List.of("*.txt"), List.of("**/deep/**"));

        assertThat(list(spec)).extracting(SourceFile::relativeUri).containsExactly("texts/b.txt");
    }

    @Test
    void givesAFileToTheFirstSourceThatCoversIt() {
        List<SourceFile> files = list(SourceSpec.files("z", "texts/b.txt"), SourceSpec.files("a", "texts"));

        assertThat(files)
                .extracting(file -> file.source() + ":" + file.relativeUri())
                .containsExactly("a:a.md", "a:deep/c.txt", "z:b.txt");
    }

    @Test
    void doesNotFollowLinksBelowTheFolderButTheFolderItselfMayBeOne() throws IOException {
        Files.createSymbolicLink(folder.resolve("texts/link.txt"), folder.resolve("other/f.txt"));
        Files.createSymbolicLink(folder.resolve("texts/loop"), folder.resolve("texts"));
        Files.createSymbolicLink(folder.resolve("alias"), folder.resolve("texts"));

        List<SourceFile> files = list(SourceSpec.files("s", "alias"));

        assertThat(files).extracting(SourceFile::relativeUri).containsExactly("a.md", "b.txt", "deep/c.txt");
    }

    @Test
    void namesEveryPathThatLeadsNowhere() {
        SourceSpec good = SourceSpec.files("a", "texts");
        SourceSpec absent = SourceSpec.files("b", "missing", "texts/*.pdf");

        assertThatThrownBy(() -> list(good, absent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sources[1].path: no file or folder 'missing' (looked in " + folder + ")")
                .hasMessageContaining("sources[1].path: no file matches 'texts/*.pdf'");
    }

    @Test
    void refusesARootThatDoesNotHoldTheFiles() {
        SourceSpec spec = SourceSpec.files("s", "texts").withFiles("other", List.of(), List.of());

        assertThatThrownBy(() -> list(spec)).hasMessageContaining("sources[0].root:");
    }

    private List<SourceFile> list(SourceSpec... specs) {
        return new ListFiles(folder).list(List.of(specs));
    }
}
