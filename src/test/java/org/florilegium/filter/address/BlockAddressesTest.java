package org.florilegium.filter.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.filter.address.AddressList.Holds;
import org.florilegium.filter.address.AddressList.Match;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockAddressesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/a, blocked_domain",
        "https://user@EXAMPLE.com:8080, blocked_domain",
        "https://example.com./a, blocked_domain",
        "https://example.org/win/casino-bonus?x=1, blocked_path_word",
        "https://notexample.com/casinos, ''",
        "notes/casino.txt, ''",
    })
    void dropsAddressesListedInThePipelineFile(String uri, String reason) {
        AddressSpec spec = new AddressSpec(List.of("Example.com"), List.of("casino"), List.of(), 2);

        assertThat(reason(spec, uri)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "SUBDOMAINS, http://a.b.shop.example.co.uk/, blocked_domain",
        "SUBDOMAINS, http://example.co.uk/, ''",
        "HOST, http://b.shop.example.co.uk/, ''",
        "HOST, http://shop.example.co.uk/, blocked_domain",
        "REGISTERED, http://b.shop.example.co.uk/, ''",
        "REGISTERED, http://deep.below.other.co.uk/, blocked_domain",
        "REGISTERED, http://co.uk/, ''",
    })
    void coversTheHostsThatTheListIsDeclaredToCover(Match match, String uri, String reason) throws IOException {
        AddressSpec spec = lists(list("d.txt", Holds.DOMAINS, match, "shop.example.co.uk\nother.co.uk # known\n"));

        assertThat(reason(spec, uri)).isEqualTo(reason);
    }

    @Test
    void namesListLineAndEntry() throws IOException {
        AddressSpec spec = lists(
                list("first.txt", Holds.DOMAINS, Match.SUBDOMAINS, "# ours\n\nother.org\n"),
                list("second.txt", Holds.DOMAINS, Match.SUBDOMAINS, "# theirs\nexample.org\nother.org\n"));

        assertThat(dropped(spec, "http://www.example.org/x").message())
                .isEqualTo("the host 'www.example.org' is in domain 'example.org' (second.txt line 2)");
        assertThat(dropped(spec, "http://other.org").message()).endsWith("(first.txt line 3)");
    }

    @ParameterizedTest
    @CsvSource({
        "http://ads.example.net/, blocked_domain",
        "http://x.whole.example/, blocked_domain",
        "http://good.whole.example/page, ''",
        "http://popup.example/, ''",
        "http://page.example/, blocked_domain",
        "http://localhost/, ''",
        "http://partly.example/banner, ''",
        "http://xn--bcher-kva.example/, blocked_domain",
        "http://Bücher.example/, blocked_domain",
    })
    void readsHostsFilesAndAdblockLists(String uri, String reason) throws IOException {
        AddressSpec spec = lists(list("mixed.txt", Holds.DOMAINS, Match.SUBDOMAINS, """
                [Adblock Plus 2.0]
                ! a comment
                127.0.0.1 localhost
                0.0.0.0 ads.example.net tracker.example.net # two
                ||whole.example^
                @@||good.whole.example^
                ||popup.example^$third-party
                ||page.example^$document,script
                ||partly.example/banner
                partly.example##.advert
                bücher.example
                """));

        assertThat(reason(spec, uri)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/a/bad/page?x=1, blocked_url",
        "https://user@example.org:80/A/BAD/, blocked_url",
        "http://example.org/a/badly, ''",
        "http://example.org/the-jackpot, blocked_word",
        "http://jackpot.example.org/, blocked_word",
        "http://example.org/%D0%BA%D0%B0%D0%B7%D0%B8%D0%BD%D0%BE/1, blocked_word",
        "http://example.org/jackpots, ''",
        "http://example.org/bonus/bonus, ''",
        "http://bonus.example.org/spin, soft_words",
        "http://xxfree-slotsxx.example.org/, blocked_subword",
    })
    void knowsAddressesHardWordsSoftWordsAndSubwords(String uri, String reason) throws IOException {
        AddressSpec spec = lists(
                list("urls", Holds.URLS, Match.SUBDOMAINS, "https://example.org/a/bad\n"),
                list("hard", Holds.WORDS, Match.SUBDOMAINS, "jackpot\nказино\n"),
                list("soft", Holds.SOFT_WORDS, Match.SUBDOMAINS, "bonus\nspin\n"),
                list("parts", Holds.SUBWORDS, Match.SUBDOMAINS, "freeslots\n"));

        assertThat(reason(spec, uri)).isEqualTo(reason);
    }

    @Test
    void readsPackedListsAndChangesItsDigestWithTheirEntriesOnly() throws IOException {
        AddressList plain = list("a/d.txt", Holds.DOMAINS, Match.SUBDOMAINS, "example.org\n");
        Path packed = folder.resolve("b.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("# packed\nexample.org\n".getBytes(StandardCharsets.UTF_8));
        }
        AddressList same = new AddressList(packed.toString(), Holds.DOMAINS, Match.SUBDOMAINS);
        AddressList other = list("c.txt", Holds.DOMAINS, Match.SUBDOMAINS, "example.net\n");

        assertThat(reason(lists(same), "http://example.org")).isEqualTo("blocked_domain");
        assertThat(new BlockAddresses(lists(same)).lineage()).isEqualTo(new BlockAddresses(lists(plain)).lineage());
        assertThat(new BlockAddresses(lists(other)).lineage()).isNotEqualTo(new BlockAddresses(lists(plain)).lineage());
    }

    @Test
    void refusesAListThatDoesNotHoldWhatItShould() throws IOException {
        AddressSpec absent = lists(new AddressList("nowhere.txt", Holds.DOMAINS, Match.SUBDOMAINS));
        AddressSpec prose = lists(list("prose.txt", Holds.DOMAINS, Match.SUBDOMAINS, "these are words\nand these\n"));

        assertThatThrownBy(() -> new BlockAddresses(absent))
                .hasMessageStartingWith("filter.address_lists[0].path: no file or folder 'nowhere.txt'");
        assertThatThrownBy(() -> new BlockAddresses(prose))
                .hasMessageContaining("must hold domains, has 0 and 2 other lines, line 1: 'these are words'");
        assertThatThrownBy(() -> new AddressSpec(List.of(), List.of("two words"), List.of(), 2))
                .hasMessageContaining("filter.blocked_path_words")
                .hasMessageContaining("'two words'");
    }

    private AddressList list(String name, Holds holds, Match match, String entries) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return new AddressList(Files.writeString(file, entries).toString(), holds, match);
    }

    private static AddressSpec lists(AddressList... lists) {
        return new AddressSpec(List.of(), List.of(), List.of(lists), 2);
    }

    private static String reason(AddressSpec spec, String uri) {
        return apply(spec, uri) instanceof Outcome.Dropped dropped ? dropped.reason() : "";
    }

    private static Outcome.Dropped dropped(AddressSpec spec, String uri) {
        return (Outcome.Dropped) apply(spec, uri);
    }

    private static Outcome apply(AddressSpec spec, String uri) {
        Origin origin = new Origin("s", uri, "", "text/plain", "", "", "", "");
        return new BlockAddresses(spec)
                .apply(Document.extracted(Content.of("text", ""), Provenance.of(origin, Declared.NOTHING)));
    }
}
