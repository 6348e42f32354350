package org.florilegium.extract;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many pages of about 100,000 characters give their main content in a second: parsing alone, and all of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class HtmlTextBenchmark {
    private String html = "";

    /** Writes a page of navigation, script, article and comments, in the shares that news pages have. */
    @Setup
    public void write() {
        String link = "<li class=\"menu-item nav__item\"><a href=\"/section/topic\" title=\"Topic\">Topic of the day</a></li>";
        String paragraph = "<p class=\"text\">The <b>bridge</b> was mended by neighbours, who brought timber, rope and "
                + "bread, and <a href=\"/more\">stayed</a> until it was dark.</p><div class=\"ad-slot\"></div>";
        html = "<!DOCTYPE html><html><head><title>Bridge</title><script>" + "var a = [1, 2, 3]; ".repeat(1_500)
                + "</script></head><body><ul>" + link.repeat(250) + "</ul><article>" + paragraph.repeat(120)
                + "</article><div class=\"comments\">" + paragraph.repeat(80) + "</div></body></html>";
    }

    /** Parses, finds the main content and writes its text. */
    @Benchmark
    public Object extract() {
        return HtmlText.extract(html);
    }

    /** Parses only, for comparison. */
    @Benchmark
    public Object parse() {
        return org.jsoup.parser.Parser.htmlParser().parseInput(html, "");
    }
}
