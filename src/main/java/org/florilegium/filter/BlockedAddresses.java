package org.florilegium.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.florilegium.document.Document;
import org.florilegium.flow.Outcome;

/** Finds a document's address in lists of domains and of words in a path; the lists are the user's, none is built in. */
final class BlockedAddresses {
    private final Set<String> domains;
    private final Set<String> words;

    BlockedAddresses(List<String> domains, List<String> words) {
        this.domains = new HashSet<>(domains);
        this.words = new HashSet<>(words);
    }

    /** The drop that {@code document} gets for its address, if any; its message names what matched. */
    Optional<Outcome> judge(Document document) {
        if (domains.isEmpty() && words.isEmpty()) {
            return Optional.empty();
        }
        String uri = document.provenance().origin().uri().toLowerCase(Locale.ROOT);
        int scheme = uri.indexOf("://");
        if (scheme < 0) {
            return Optional.empty();
        }
        int host = scheme + 3;
        int path = pathStart(uri, host);
        return blockedDomain(uri.substring(host, path))
                .map(domain -> Outcome.drop("blocked_domain", "the host is in domain '" + domain + "'", document))
                .or(() -> blockedWord(uri.substring(path))
                        .map(word ->
                                Outcome.drop("blocked_path_word", "the path has the word '" + word + "'", document)));
    }

    private static int pathStart(String uri, int host) {
        int path = host;
        while (path < uri.length() && "/?#".indexOf(uri.charAt(path)) < 0) {
            path++;
        }
        return path;
    }

    private Optional<String> blockedDomain(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
        for (String domain = host; !domain.isEmpty(); domain = domain.substring(domain.indexOf('.') + 1)) {
            if (domains.contains(domain)) {
                return Optional.of(domain);
            }
            if (domain.indexOf('.') < 0) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<String> blockedWord(String path) {
        for (String word : path.split("[^\\p{L}\\p{Nd}]+")) {
            if (words.contains(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
