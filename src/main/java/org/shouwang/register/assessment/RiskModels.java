package org.shouwang.register.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shouwang.platform.Sha256;

/** All released models, {@code risk-models/models.csv} names them. They are read once, at the start. */
@Singleton
class RiskModels {

    private static final String FOLDER = "/risk-models/";

    private final List<RiskModel> models;

    RiskModels() {
        this.models = CsvReader.builder().ofNamedCsvRecord(new String(bytes("models.csv"), UTF_8)).stream()
                .map(RiskModels::released)
                .toList();
    }

    List<RiskModel> all() {
        return models;
    }

    Optional<RiskModel> find(String version) {
        return models.stream().filter(model -> model.version().equals(version)).findFirst();
    }

    /** The one by which children are assessed now. */
    RiskModel newest() {
        return models.stream()
                .filter(model -> model.replacedOn() == null)
                .findFirst()
                .orElseThrow();
    }

    /** @throws IllegalStateException when the file is not the one that was released: levels of before could not be explained */
    private static RiskModel released(NamedCsvRecord release) {
        String version = release.getField("version");
        byte[] file = bytes(version + ".csv");
        if (!HexFormat.of().formatHex(Sha256.of(file)).equals(release.getField("sha256"))) {
            throw new IllegalStateException(
                    "the released risk model " + version + " was changed: make another version");
        }
        String replacedOn = release.getField("replacedOn");
        return RiskModelFile.read(
                new String(file, UTF_8),
                version,
                LocalDate.parse(release.getField("releasedOn")),
                replacedOn.isEmpty() ? null : LocalDate.parse(replacedOn));
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Objects.requireNonNull(RiskModels.class.getResourceAsStream(FOLDER + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
