package org.florilegium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.florilegium.filter.JudgeText;
import org.florilegium.filter.Recipe;
import org.florilegium.filter.RecipeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Judges JSON lines by one recipe. */
@Command(
        name = "judge",
        description =
                "Reads JSON lines {\"id\", \"text\"}, and \"language\" for a recipe with figures by language, and prints for each one what a recipe says of it: "
                        + "{\"id\", \"keep\", \"reason\", \"measurements\"}, and \"text\" where the recipe edits it.")
final class JudgeCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--recipe",
            required = true,
            paramLabel = "NAME",
            description = "Full or bare name of a recipe, for example gopher-quality, or a file FILE.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String recipe;

    @Override
    public Integer call() throws IOException {
        JudgeText judge = new JudgeText(recipe());
        return JsonLines.answer(main.console(), judge::judge);
    }

    private Recipe recipe() {
        try {
            boolean file = recipe.endsWith(".yaml") || recipe.endsWith(".yml");
            return Recipe.of(file ? RecipeText.in(Path.of(recipe)) : RecipeText.named(recipe));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--recipe: " + e.getMessage(), e);
        }
    }
}
