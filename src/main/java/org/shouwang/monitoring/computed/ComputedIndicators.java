package org.shouwang.monitoring.computed;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.computed.ComputedIndicator.Counting;

/** The list of indicators that this system counts itself, with their formulas. It is read once, at the start. */
@Startup
@Singleton
public class ComputedIndicators {

    private static final String FILE = "/indicators/computed.csv";

    private final List<ComputedIndicator> indicators;
    private final Map<String, Formula> formulas;

    /** @throws IllegalStateException when a formula of the list is not there, or one that is there is in no line */
    ComputedIndicators(@All List<Formula> formulas) {
        this.indicators = read();
        this.formulas = formulas.stream().collect(Collectors.toMap(Formula::id, Function.identity()));
        Set<String> named = counted(indicators).map(Counting::formula).collect(Collectors.toSet());
        if (!named.equals(this.formulas.keySet())) {
            throw new IllegalStateException(
                    "formulas " + this.formulas.keySet() + " are not those of the list " + named);
        }
    }

    static List<ComputedIndicator> read() {
        try (InputStream file = Objects.requireNonNull(ComputedIndicators.class.getResourceAsStream(FILE), FILE)) {
            return CsvReader.builder().ofNamedCsvRecord(new String(file.readAllBytes(), UTF_8)).stream()
                    .map(ComputedIndicator::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Stream<Counting> counted(List<ComputedIndicator> indicators) {
        return indicators.stream().flatMap(one -> Optional.ofNullable(one.counting()).stream());
    }

    Optional<ComputedIndicator> find(String code) {
        return indicators.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * Whether published figures are so few that they would tell of single persons or of confidential cases, so that they are not
     * shown to other units.
     *
     * @param denominator null for a count
     */
    public boolean tellsOfFew(String code, BigDecimal numerator, @Nullable BigDecimal denominator) {
        return find(code)
                .flatMap(one -> Optional.ofNullable(one.counting()))
                .filter(counting -> denominator != null
                        && Withheld.is(
                                counting.about(),
                                new Count(numerator.longValue(), denominator.longValue()),
                                Integer.MAX_VALUE))
                .isPresent();
    }

    /** Those with a formula. */
    List<ComputedIndicator> counted() {
        return indicators.stream().filter(one -> one.counting() != null).toList();
    }

    Formula formula(Counting counting) {
        return Objects.requireNonNull(formulas.get(counting.formula()));
    }
}
