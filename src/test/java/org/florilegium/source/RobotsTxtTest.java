package org.florilegium.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRulesParser;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RobotsTxtTest {
    private static final List<String> PIECES =
            List.of("/", "a", "b", "*", "/a", "/b/", ".html", "?q=1", "%2F", "%7e", "~", "é", "%C3%A9", "%");

    @Test
    void namesTheLinesThatDecideAndWhomTheyAreFor() {
        RobotsTxt robots = robots("""
                User-agent: GPTBot/1.0
                USER-AGENT: ccbot   # both
                Sitemap: https://example.org/map.xml
                Disallow: /

                User-agent: *
                Disallow: /private/ # not for robots
                Content-Usage: train-ai=n
                Content-Usage: /open/ train-ai=y, search=y

                User-agent: SomeBot
                Disallow: /
                """);

        assertThat(robots.linesFor("/private/diary"))
                .containsExactly(
                        "User-agent: *, Disallow: /private/",
                        "User-agent: *, Content-Usage: train-ai=n",
                        "User-agent: GPTBot, User-agent: ccbot, Disallow: /");
        assertThat(robots.linesFor("/open/letter"))
                .containsExactly(
                        "User-agent: *, Content-Usage: /open/ train-ai=y, search=y",
                        "User-agent: GPTBot, User-agent: ccbot, Disallow: /");
    }

    @ParameterizedTest
    @CsvSource({
        "Disallow: /a, /a/b, true",
        "Disallow: /a, /A, false",
        "'Disallow: /a\nAllow: /a/b', /a/b/c, false",
        "'Allow: /a\nDisallow: /a', /a, false",
        "Disallow: /*.pdf$, /x/y.pdf, true",
        "Disallow: /*.pdf$, /x/y.pdf?z, false",
        "Disallow: /*?print, /x?print=1, true",
        "Disallow: /tilde%7Ejoe, /tilde~joe/x, true",
        "Disallow: /caf%c3%a9, /café, true",
        "Disallow: /café, /caf%C3%A9, true",
        "Disallow: /a%2Fb, /a/b, false",
        "Disallow:, /a, false",
        "'Disallow: /\nUser-agent: *\nAllow: /', /a, false",
        "'Disallow : /a', /a, true",
        "Noindex: /a, /a, false",
    })
    void readsRulesAsTheStandardSays(String rules, String path, boolean disallowed) {
        assertThat(robots("User-agent: *\n" + rules).linesFor(path).size() == 1).isEqualTo(disallowed);
    }

    @Test
    void joinsGroupsOfOneRobotAndLetsANamedOneGoItsOwnWay() {
        RobotsTxt robots =
                robots("User-agent: gptbot\nAllow: /x\nUser-agent: *\nDisallow: /\nUser-agent: GPTBot\nDisallow: /y");

        assertThat(robots.linesFor("/x")).containsExactly("User-agent: *, Disallow: /");
        assertThat(robots.linesFor("/y"))
                .containsExactly("User-agent: *, Disallow: /", "User-agent: gptbot, Disallow: /y");
    }

    @ParameterizedTest
    @CsvSource({"'<html><p>User-agent: none</p></html>'", "''", "'Disallow: /'", "'User-agent: *\nDisallow:'"})
    void findsNothingWhereNothingIsSaid(String text) {
        assertThat(robots(text).characters()).isZero();
        assertThat(robots(text).linesFor("/a")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithCrawlerCommonsOnRandomFiles(int seed) {
        Random random = new Random(seed);
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            String agent = List.of("*", "GPTBot", "CCBot", "OtherBot").get(random.nextInt(4));
            file.append(i == 0 || random.nextInt(3) == 0 ? "User-agent: " + agent + "\n" : "");
            file.append(random.nextInt(3) == 0 ? "Allow: /" : "Disallow: /")
                    .append(path(random))
                    .append('\n');
        }
        RobotsTxt robots = robots(file.toString());
        for (int i = 0; i < 50; i++) {
            String path = "/" + path(random).replaceAll("[*$%]", "x");
            for (String agent : List.of("*", "GPTBot", "CCBot")) {
                assertThat(disallows(robots, path, agent))
                        .as(file + " for " + agent + " at " + path)
                        .isEqualTo(commonsDisallows(file.toString(), path, agent));
            }
        }
    }

    private static boolean disallows(RobotsTxt robots, String path, String agent) {
        String name = "user-agent: " + agent.toLowerCase(java.util.Locale.ROOT) + ",";
        return robots.linesFor(path).stream()
                .anyMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains(name));
    }

    /** A robot that is not named is under the rules for all of them, which are not repeated for it here. */
    private static boolean commonsDisallows(String file, String path, String agent) {
        boolean named = agent.equals("*") || file.contains("User-agent: " + agent + "\n");
        List<String> names = List.of(agent.equals("*") ? "nobody" : agent.toLowerCase(java.util.Locale.ROOT));
        return named
                && !new SimpleRobotRulesParser()
                        .parseContent("http://example.org/robots.txt", file.getBytes(UTF_8), "text/plain", names)
                        .isAllowed("http://example.org" + path);
    }

    private static String path(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .reduce("", String::concat);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @Test
    @Timeout(20)
    void endsSoonOnHostileRulesAndPaths() {
        String line = "Disallow: /" + "*a".repeat(1_000) + "b\n";
        RobotsTxt robots = robots("User-agent: *\n" + line.repeat(300));

        assertThat(robots.linesFor("/" + "a".repeat(4_000))).isEmpty();
    }

    private static RobotsTxt robots(String text) {
        return RobotsTxt.of(text.getBytes(UTF_8));
    }
}
