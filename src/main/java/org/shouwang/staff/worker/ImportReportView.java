package org.shouwang.staff.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.ProblemDocument.FieldProblem;
import org.shouwang.platform.problem.Violation;
import org.shouwang.staff.worker.LineOutcome.Kind;

/** What became of a list of workers, line by line. */
@Schema(name = "WorkerImportReport")
record ImportReportView(
        @Schema(description = "Lines by outcome") Map<Kind, Long> counts,

        @Schema(description = "Heads of columns that were not read")
        List<String> ignoredColumns,

        List<Line> lines) {

    /** One line of the file. */
    @Schema(name = "WorkerImportLine")
    record Line(
            @Schema(description = "As a text editor counts; the header is usually 1")
            int line,

            Kind outcome,
            @Nullable UUID workerId,

            @Schema(
                    description =
                            "One-time code for signing in, for who has no password yet; codes before it are dead; never shown again")
            @Nullable
            String activationCode,

            @Schema(description = "Why not, what to decide, or what to note")
            List<FieldProblem> rules) {

        @Override
        public String toString() {
            return "***";
        }
    }

    static ImportReportView of(ImportWorkers.Taken taken, Function<Violation, FieldProblem> sentence) {
        Map<Kind, Long> found =
                taken.outcomes().stream().collect(Collectors.groupingBy(LineOutcome::kind, Collectors.counting()));
        Map<Kind, Long> counts = Stream.of(Kind.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        kind -> found.getOrDefault(kind, 0L),
                        (a, b) -> a,
                        java.util.TreeMap::new));
        Map<UUID, String> codes = new HashMap<>(taken.codes());
        return new ImportReportView(
                counts,
                taken.file().ignoredColumns(),
                taken.outcomes().stream()
                        .map(outcome -> line(outcome, codes, sentence))
                        .toList());
    }

    /** A code stands once, in the first line that gave its worker a post. */
    private static Line line(LineOutcome outcome, Map<UUID, String> codes, Function<Violation, FieldProblem> sentence) {
        UUID worker = outcome.workerId().orElse(null);
        boolean appointed = outcome.kind() == Kind.CREATED || outcome.kind() == Kind.APPOINTED;
        String code = appointed && worker != null ? codes.remove(worker) : null;
        return new Line(
                outcome.line(),
                outcome.kind(),
                worker,
                code,
                outcome.rules().stream().map(sentence).toList());
    }

    @Override
    public String toString() {
        return "***";
    }
}
