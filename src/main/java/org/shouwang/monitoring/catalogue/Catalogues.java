package org.shouwang.monitoring.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.shouwang.platform.Sha256;

/** All released catalogues of indicators, {@code indicators/catalogues.csv} names them. They are read once, at the start. */
@Startup
@Singleton
public class Catalogues {

    private static final String FOLDER = "/indicators/";

    private final List<PlanRound> rounds;
    private final Map<String, SmallNumberRule> smallNumbers;
    private final List<Catalogue> catalogues;

    public Catalogues() {
        this.rounds = lines("plan-rounds.csv").stream().map(Catalogues::round).toList();
        this.smallNumbers = lines("small-numbers.csv").stream()
                .collect(Collectors.toUnmodifiableMap(
                        line -> line.getField("code"), line -> SmallNumberRule.valueOf(line.getField("rule"))));
        this.catalogues = lines("catalogues.csv").stream()
                .map(this::released)
                .sorted(Comparator.comparing(Catalogue::validFrom))
                .toList();
    }

    public List<PlanRound> rounds() {
        return rounds;
    }

    /** The round to which an indicator belongs. */
    public PlanRound round(Indicator indicator) {
        return rounds.stream()
                .filter(round -> round.code().equals(indicator.round()))
                .findFirst()
                .orElseThrow();
    }

    public Optional<Catalogue> find(String version) {
        return catalogues.stream()
                .filter(catalogue -> catalogue.version().equals(version))
                .findFirst();
    }

    /** The one by which is measured today. */
    public Catalogue on(LocalDate day) {
        return catalogues.stream()
                .filter(catalogue -> !catalogue.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(catalogues.get(0));
    }

    /** @throws IllegalStateException when a file is not the one that was released: values of before could not be explained */
    private Catalogue released(NamedCsvRecord release) {
        String version = release.getField("version");
        return Catalogue.of(
                version,
                LocalDate.parse(release.getField("validFrom")),
                CatalogueFile.read(
                        version,
                        on(rounds, LocalDate.parse(release.getField("validFrom"))),
                        unchanged(version + ".csv", release.getField("sha256")),
                        unchanged(version + "-traits.csv", release.getField("traitsSha256")),
                        smallNumbers));
    }

    /** The round of each kind that runs on a day, or has run last. */
    static Map<PlanKind, PlanRound> on(List<PlanRound> rounds, LocalDate day) {
        return rounds.stream()
                .filter(round -> round.fromYear() <= day.getYear())
                .collect(Collectors.toMap(
                        PlanRound::kind,
                        round -> round,
                        BinaryOperator.maxBy(Comparator.comparingInt(PlanRound::fromYear))));
    }

    private static String unchanged(String name, String sha256) {
        byte[] file = bytes(name);
        if (!HexFormat.of().formatHex(Sha256.of(file)).equals(sha256)) {
            throw new IllegalStateException("the released catalogue " + name + " was changed: make another version");
        }
        return new String(file, UTF_8);
    }

    private static PlanRound round(NamedCsvRecord line) {
        return new PlanRound(
                line.getField("code"),
                PlanKind.valueOf(line.getField("kind")),
                TargetLevel.valueOf(line.getField("level")),
                Integer.parseInt(line.getField("fromYear")),
                Integer.parseInt(line.getField("toYear")),
                line.getField("docNo"),
                line.getField("title"));
    }

    private static List<NamedCsvRecord> lines(String name) {
        return CsvReader.builder().ofNamedCsvRecord(new String(bytes(name), UTF_8)).stream()
                .toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Objects.requireNonNull(Catalogues.class.getResourceAsStream(FOLDER + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
