package org.shouwang.monitoring.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shouwang.platform.Sha256;

/** All released score models, {@code score-models/models.csv} names them. They are read once, at the start. */
@Startup
@Singleton
class ScoreModels {

    private static final String FOLDER = "/score-models/";

    private final List<ScoreModel> models;

    ScoreModels() {
        this.models = lines(bytes("models.csv")).stream()
                .map(ScoreModels::released)
                .sorted(Comparator.comparing(ScoreModel::validFrom))
                .toList();
    }

    /** The one by which is scored on a day. */
    ScoreModel on(LocalDate day) {
        return models.stream()
                .filter(model -> !model.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(models.get(0));
    }

    /** @throws IllegalStateException when a file is not the one that was released: scores of before could not be explained */
    private static ScoreModel released(NamedCsvRecord release) {
        String version = release.getField("version");
        byte[] file = bytes(version + ".csv");
        if (!HexFormat.of().formatHex(Sha256.of(file)).equals(release.getField("sha256"))) {
            throw new IllegalStateException(
                    "the released score model " + version + " was changed: make another version");
        }
        Map<ScorePart, BigDecimal> weights = new EnumMap<>(ScorePart.class);
        Map<ScoreGrade, BigDecimal> amounts = new EnumMap<>(ScoreGrade.class);
        for (NamedCsvRecord line : lines(file)) {
            weights.put(ScorePart.valueOf(line.getField("part")), new BigDecimal(line.getField("weight")));
            amounts.put(ScoreGrade.valueOf(line.getField("grade")), new BigDecimal(line.getField("amount")));
        }
        return new ScoreModel(version, LocalDate.parse(release.getField("validFrom")), weights, amounts);
    }

    private static List<NamedCsvRecord> lines(byte[] file) {
        return CsvReader.builder().ofNamedCsvRecord(new String(file, UTF_8)).stream()
                .toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Objects.requireNonNull(ScoreModels.class.getResourceAsStream(FOLDER + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
