package org.florilegium;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which package may see which: dependencies point one way, and a stage never sees another stage. */
@AnalyzeClasses(packages = "org.florilegium", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "org.florilegium.";
    private static final List<String> STAGES = List.of(
            "source",
            "extract",
            "segment",
            "filter",
            "dedup",
            "decontaminate",
            "tag",
            "curate",
            "balance",
            "sink",
            "inspect");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.florilegium.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static void noStageSeesAnother(JavaClasses classes) {
        for (String stage : STAGES) {
            String[] others = STAGES.stream()
                    .filter(other -> !other.equals(stage))
                    // choosing rests on balancing: a decision says what is wanted, an intensity how often
                    .filter(other -> !(stage.equals("curate") && other.equals("balance")))
                    // looking at a release rests on the forms in which it was written
                    .filter(other -> !(stage.equals("inspect") && other.equals("sink")))
                    .map(other -> OURS + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(OURS + stage + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("what two stages share belongs in document or flow")
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule stagesDoNotSeeWhatJoinsThem = noClasses()
            .that()
            .resideInAnyPackage(packages(STAGES, "document", "flow", "row", "parquet"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(List.of(), "spec", "pipeline", "cli"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule documentImportsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(OURS + "document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(STAGES, "flow", "row", "parquet", "spec", "pipeline", "cli"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule beamStaysAtTheEdges =
            onlyIn("org.apache.beam..", "flow", "source", "dedup", "curate", "sink", "pipeline", "cli");

    @ArchTest
    static final ArchRule flinkStaysWhereJobsStart = onlyIn("org.apache.flink..", "pipeline", "cli");

    @ArchTest
    static final ArchRule onnxRuntimeStaysInItsTagger = onlyIn("ai.onnxruntime..", "tag.onnx");

    @ArchTest
    static final ArchRule luceneStaysInTraditionsAndSearch = onlyIn("org.apache.lucene..", "tag.tradition", "inspect");

    @ArchTest
    static final ArchRule tikaStaysInExtract = onlyIn("org.apache.tika..", "extract");

    @ArchTest
    static final ArchRule jsoupStaysInExtract = onlyIn("org.jsoup..", "extract");

    @ArchTest
    static final ArchRule parquetStaysInItsPackage = onlyIn("org.apache.parquet..", "parquet");

    private static ArchRule onlyIn(String library, String... ours) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages(List.of(), ours))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .as(String.format(Locale.ROOT, "only %s may import %s", String.join(", ", ours), library));
    }

    private static String[] packages(List<String> first, String... more) {
        List<String> names = new ArrayList<>(first);
        names.addAll(List.of(more));
        return names.stream().map(name -> OURS + name + "..").toArray(String[]::new);
    }
}
