package org.shouwang.protection.directory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.ProblemDocument.FieldProblem;
import org.shouwang.platform.problem.Violation;
import org.shouwang.protection.directory.ResourceOutcome.Kind;

/** What became of a list of entries, line by line. */
@Schema(name = "ResourceImportReport")
record ResourceImportView(
        @Schema(description = "Lines by outcome") Map<Kind, Long> counts,

        @Schema(description = "Heads of columns that were not read")
        List<String> ignoredColumns,

        List<Line> lines) {

    /** One line of the file. */
    @Schema(name = "ResourceImportLine")
    record Line(
            @Schema(description = "As a text editor counts; the header is usually 1")
            int line,

            Kind outcome,
            @Nullable UUID resourceId,

            @Schema(description = "Why not") List<FieldProblem> rules) {}

    static ResourceImportView of(ImportResources.Taken taken, Function<Violation, FieldProblem> sentence) {
        Map<Kind, Long> found =
                taken.outcomes().stream().collect(Collectors.groupingBy(ResourceOutcome::kind, Collectors.counting()));
        Map<Kind, Long> counts = Stream.of(Kind.values())
                .collect(Collectors.toMap(
                        Function.identity(), kind -> found.getOrDefault(kind, 0L), (a, b) -> a, TreeMap::new));
        return new ResourceImportView(
                counts,
                taken.file().ignoredColumns(),
                taken.outcomes().stream()
                        .map(outcome -> new Line(
                                outcome.line(),
                                outcome.kind(),
                                outcome.resourceId().orElse(null),
                                outcome.rules().stream().map(sentence).toList()))
                        .toList());
    }
}
