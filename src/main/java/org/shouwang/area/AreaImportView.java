package org.shouwang.area;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.http.Messages;

@Schema(
        name = "AreaImport",
        description =
                "What became of each line; the counts are exact, the lists hold the first 200. Lines are counted as an"
                        + " editor shows them, the header is line 1")
record AreaImportView(
        long created,
        long renamed,
        long unchanged,
        long refused,

        @Schema(description = "Lines left out because their code stands in the file at a higher level or before")
        long doubled,

        List<RefusedLine> refusals,
        List<Repeat> doubles) {

    @Schema(name = "AreaImportRefusal")
    record RefusedLine(
            long line,
            @Nullable AreaCode code,
            @Schema(examples = "area-level") String rule,
            String message) {}

    @Schema(name = "AreaImportDouble")
    record Repeat(
            AreaCode code,
            @Schema(description = "The line that counts") Line kept,
            @Schema(description = "The lines left out") List<Line> others) {}

    @Schema(name = "AreaImportLine")
    record Line(long line, String name, AreaLevel level) {

        static Line of(AreaLine line) {
            return new Line(line.number(), line.name(), line.level());
        }
    }

    static AreaImportView of(AreaReport report, Messages messages, Locale locale) {
        return new AreaImportView(
                report.created(),
                report.renamed(),
                report.unchanged(),
                report.refused(),
                report.doubled(),
                report.refusals().stream()
                        .map(refusal -> new RefusedLine(
                                refusal.number(),
                                refusal.code().orElse(null),
                                refusal.rule(),
                                messages.text(
                                        locale,
                                        "rule." + refusal.rule(),
                                        refusal.values().toArray())))
                        .toList(),
                report.doubles().stream()
                        .map(repeat -> new Repeat(
                                repeat.code(),
                                Line.of(repeat.kept()),
                                repeat.others().stream().map(Line::of).toList()))
                        .toList());
    }
}
