package org.florilegium.filter.address;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** All lists of a pipeline, and what they say of an address. Reading is for one thread, asking for any number. */
public final class AddressRules {
    private final AddressSpec spec;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private String digestText = "";
    private final NamedEntries below = new NamedEntries();
    private final NamedEntries exact = new NamedEntries();
    private final NamedEntries registered = new NamedEntries();
    private final NamedEntries freed = new NamedEntries();
    private final NamedEntries urls = new NamedEntries();
    private final NamedEntries pathWords = new NamedEntries();
    private final NamedEntries words = new NamedEntries();
    private final NamedEntries softWords = new NamedEntries();
    private final NamedEntries subwords = new NamedEntries();

    /**
     * Why a document is left out.
     *
     * @param reason blocked_domain, blocked_url, blocked_path_word, blocked_word, blocked_subword or soft_words
     * @param message what matched, with list, line and entry
     */
    public record Blocked(String reason, String message) {}

    private AddressRules(AddressSpec spec) {
        this.spec = spec;
    }

    /**
     * Reads all lists of {@code spec}.
     *
     * @throws IllegalArgumentException for a file that is not there or does not hold what it should, naming it
     */
    public static AddressRules read(AddressSpec spec) {
        AddressRules rules = new AddressRules(spec);
        try {
            rules.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    /** SHA-256 of all entries and settings, but not of the places of the files. */
    public String digest() {
        return digestText;
    }

    /** Entries held. */
    public long entries() {
        return tables().stream().mapToLong(NamedEntries::size).sum();
    }

    /** Bytes of memory that the entries take. */
    public long footprint() {
        return tables().stream().mapToLong(NamedEntries::footprint).sum();
    }

    private List<NamedEntries> tables() {
        return List.of(below, exact, registered, freed, urls, pathWords, words, softWords, subwords);
    }

    private void read() throws IOException {
        update("addresses/1 " + spec.softWords());
        below.begin("filter.blocked_domains");
        spec.domains().forEach(domain -> addDomain(below, domain));
        pathWords.begin("filter.blocked_path_words");
        spec.pathWords().forEach(word -> add(pathWords, word, 0));
        for (int i = 0; i < spec.lists().size(); i++) {
            AddressList list = spec.lists().get(i);
            String key = "filter.address_lists[" + i + "]";
            update(list.holds() + " " + list.match());
            Path path = Path.of(list.path());
            for (Path file : ListReader.files(key, path)) {
                String name = file.equals(path)
                        ? String.valueOf(file.getFileName())
                        : path.relativize(file).toString();
                tables().forEach(table -> table.begin(name));
                ListReader.read(key, file, list.holds(), (entry, line) -> {
                    update(entry.text() + (entry.below() ? "^" : "") + (entry.frees() ? "@" : ""));
                    add(table(list, entry), entry.text(), line);
                });
            }
        }
        tables().forEach(NamedEntries::finish);
        digestText = Hex.encodeHexString(digest.digest());
    }

    private void addDomain(NamedEntries table, String domain) {
        String host = ListReader.host(domain);
        if (host.isEmpty()) {
            throw new IllegalArgumentException("filter.blocked_domains: must be hosts, was '" + domain + "'");
        }
        update(host);
        table.add(host, 0);
    }

    private void add(NamedEntries table, String entry, int line) {
        if (line == 0) {
            update(entry);
        }
        table.add(entry, line);
    }

    private NamedEntries table(AddressList list, ListReader.Entry entry) {
        if (entry.frees()) {
            return freed;
        }
        return switch (list.holds()) {
            case DOMAINS ->
                entry.below() || list.match() == AddressList.Match.SUBDOMAINS
                        ? below
                        : list.match() == AddressList.Match.HOST ? exact : registered;
            case URLS -> urls;
            case WORDS -> words;
            case SOFT_WORDS -> softWords;
            case SUBWORDS -> subwords;
        };
    }

    private void update(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** What the lists say of {@code uri}; nothing where it has no host. */
    public Optional<Blocked> judge(String uri) {
        PageAddress address = PageAddress.of(uri);
        if (address.host().isEmpty()) {
            return Optional.empty();
        }
        return domain(address.host())
                .or(() -> urls.prefix(address.withoutScheme())
                        .map(found -> new Blocked("blocked_url", "the address is below " + found)))
                .or(() -> words(address))
                .or(() -> subwords.within(address.withoutScheme())
                        .map(found -> new Blocked("blocked_subword", "the address holds " + found)));
    }

    private Optional<Blocked> domain(String host) {
        boolean machine = host.startsWith("[") || host.matches("[0-9.]+");
        Optional<String> found = machine ? below.find(host) : below.suffix(host);
        found = found.or(() -> exact.find(host)).or(() -> registered.find(host));
        if (found.isEmpty() && registered.size() > 0 && !machine) {
            String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
            found = domain == null ? found : registered.find(domain);
        }
        if (found.isEmpty() || freed.suffix(host).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Blocked("blocked_domain", "the host '" + host + "' is in domain " + found.get()));
    }

    private Optional<Blocked> words(PageAddress address) {
        for (String word : split(address.path())) {
            Optional<String> found = pathWords.find(word);
            if (found.isPresent()) {
                return Optional.of(new Blocked("blocked_path_word", "the path has the word " + found.get()));
            }
        }
        if (words.size() + softWords.size() == 0) {
            return Optional.empty();
        }
        Set<String> soft = new LinkedHashSet<>();
        for (String word : split(address.host() + address.path())) {
            Optional<String> found = words.find(word);
            if (found.isPresent()) {
                return Optional.of(new Blocked("blocked_word", "the address has the word " + found.get()));
            }
            softWords.find(word).ifPresent(soft::add);
        }
        return soft.size() < spec.softWords()
                ? Optional.empty()
                : Optional.of(new Blocked("soft_words", "the address has the words " + String.join(", ", soft)));
    }

    private static List<String> split(String text) {
        List<String> found = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isWord(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                found.add(text.substring(start, i));
                start = -1;
            }
        }
        return found;
    }

    /** Halves of surrogate pairs count as letters, so that a letter beyond the first plane stays whole. */
    static boolean isWord(char c) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c)
                        || Character.isSurrogate(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
