package org.shouwang.monitoring.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A released catalogue, in the order of its file. */
public record Catalogue(
        String version, LocalDate validFrom, List<Indicator> indicators, Map<String, Indicator> byCode) {

    static Catalogue of(String version, LocalDate validFrom, List<Indicator> indicators) {
        return new Catalogue(
                version,
                validFrom,
                List.copyOf(indicators),
                indicators.stream().collect(Collectors.toUnmodifiableMap(Indicator::code, Function.identity())));
    }

    public Optional<Indicator> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
