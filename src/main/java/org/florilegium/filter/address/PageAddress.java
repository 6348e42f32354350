package org.florilegium.filter.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The address of a page, lower case, taken apart.
 *
 * @param host in its ASCII form, without user and port; empty where the address has none
 * @param path path and query, with what stands in percent signs decoded, without fragment
 */
record PageAddress(String host, String path) {
    private static final PageAddress NONE = new PageAddress("", "");

    /** Takes {@code uri} apart; what is no address with a scheme and a host gives empty parts. */
    static PageAddress of(String uri) {
        int scheme = uri.indexOf("://");
        if (scheme < 0) {
            return NONE;
        }
        int from = scheme + 3;
        int path = from;
        while (path < uri.length() && "/?#".indexOf(uri.charAt(path)) < 0) {
            path++;
        }
        String authority = uri.substring(from, path).toLowerCase(Locale.ROOT);
        String named = authority.substring(authority.lastIndexOf('@') + 1);
        int port = named.lastIndexOf(':');
        boolean hasPort = port >= 0 && named.indexOf(']', port) < 0;
        String host = ListReader.host(hasPort ? named.substring(0, port) : named);
        int fragment = uri.indexOf('#', path);
        String rest = uri.substring(path, fragment < 0 ? uri.length() : fragment);
        return new PageAddress(host, decode(rest).toLowerCase(Locale.ROOT));
    }

    private static String decode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path; // a stray percent sign stands for itself
        }
    }

    /** Host and path, without a slash at the end. */
    String withoutScheme() {
        String whole = host + path;
        return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }
}
