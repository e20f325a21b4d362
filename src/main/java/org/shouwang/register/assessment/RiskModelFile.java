package org.shouwang.register.assessment;

import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.child.RiskLevel;

/** A model as its file says it, one line for each question, group, item, anchor and threshold. */
final class RiskModelFile {

    private final Map<String, List<NamedCsvRecord>> parts;

    private RiskModelFile(List<NamedCsvRecord> lines) {
        this.parts = lines.stream().collect(groupingBy(line -> line.getField("part")));
    }

    static RiskModel read(String text, String version, LocalDate releasedOn, @Nullable LocalDate replacedOn) {
        RiskModelFile file = new RiskModelFile(
                CsvReader.builder().ofNamedCsvRecord(text).stream().toList());
        return new RiskModel(
                version,
                releasedOn,
                replacedOn,
                file.part("EMERGENCY").stream()
                        .map(line -> new RiskModel.Question(
                                EmergencySign.valueOf(code(line)), line.getField("zh"), line.getField("en")))
                        .toList(),
                file.part("GROUP").stream().map(file::group).toList(),
                file.part("LEVEL").stream()
                        .map(line -> new RiskModel.Threshold(RiskLevel.valueOf(code(line)), score(line)))
                        .toList());
    }

    private List<NamedCsvRecord> part(String name) {
        return parts.getOrDefault(name, List.of());
    }

    private RiskModel.Group group(NamedCsvRecord group) {
        return new RiskModel.Group(
                code(group),
                group.getField("zh"),
                group.getField("en"),
                part("ITEM").stream()
                        .filter(item -> item.getField("group").equals(code(group)))
                        .map(this::item)
                        .toList());
    }

    private RiskModel.Item item(NamedCsvRecord item) {
        return new RiskModel.Item(
                code(item),
                item.getField("zh"),
                item.getField("en"),
                part("ANCHOR").stream()
                        .filter(anchor -> code(anchor).equals(code(item)))
                        .map(anchor ->
                                new RiskModel.Anchor(score(anchor), anchor.getField("zh"), anchor.getField("en")))
                        .toList());
    }

    private static String code(NamedCsvRecord line) {
        return line.getField("code");
    }

    private static int score(NamedCsvRecord line) {
        return Integer.parseInt(line.getField("score"));
    }
}
