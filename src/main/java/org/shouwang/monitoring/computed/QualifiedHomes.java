package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.activity.CoverageRows;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;

/** Villages with a children's home that counts (儿童之家覆盖率), as the coverage of homes shows them. */
@Singleton
class QualifiedHomes implements Formula {

    private final CoverageRows homes;

    QualifiedHomes(CoverageRows homes) {
        this.homes = homes;
    }

    @Override
    public String id() {
        return "qualified-homes";
    }

    @Override
    public Uni<Map<AreaCode, Count>> count(Ground ground, Span span) {
        return homes.withQualifiedHome(ground.ranges()).map(covered -> ground.of(AreaLevel.VILLAGE).stream()
                .collect(Collectors.toMap(Function.identity(), village -> Count.of(covered.contains(village)))));
    }
}
