package org.florilegium.filter;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many documents of about 4 KB one recipe, or all four on shared words, judge in a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RecipesBenchmark {
    private static final List<String> ALL = List.of("gopher-quality", "gopher-repetition", "c4", "fineweb");

    /** Bare name of a recipe, or all. */
    @Param({"gopher-quality", "gopher-repetition", "c4", "fineweb", "all"})
    public String recipe;

    private final String text = text();

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 4000; i++) {
            text.append("On day ").append(i * 7919 % 365).append(" the baker of street ").append(i * 31 % 97);
            text.append(" left ").append(i).append(" loaves with the neighbours, and they gave salt in return.");
            text.append(i % 3 == 0 ? "\n\n" : i % 3 == 1 ? "\n" : " ");
        }
        return text.toString();
    }

    /** Returns the measurements of one text. */
    @Benchmark
    public Object judge() {
        JudgedText judged = new JudgedText(text);
        List<String> names = recipe.equals("all") ? ALL : List.of(recipe);
        names.forEach(name -> judged.take(Recipe.named(name), RecipeUse.Mode.TAG, name));
        return judged.measurements();
    }
}
