package org.shouwang.monitoring.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.monitoring.bulletin.BulletinContent.StatusCounts;
import org.shouwang.monitoring.card.StatusClass;

/** Sections 1 and 4 of the reference: classes counted, units compared, ties at one place. */
class RankingTest {

    private static StatusCounts counts(String unit) {
        int[] of = Arrays.stream(unit.split("/")).mapToInt(Integer::parseInt).toArray();
        return new StatusCounts(of[0], of[1], of[2], of[3], of[4], of[5]);
    }

    private static String places(String units) {
        List<StatusCounts> all =
                Arrays.stream(units.split(" ")).map(RankingTest::counts).toList();
        return all.stream()
                .map(unit -> Ranking.place(unit, all).map(place -> "" + place).orElse("-"))
                .collect(Collectors.joining(" "));
    }

    /** Each unit: met / on track / at risk / off track / no data / neutral. */
    @ParameterizedTest
    @CsvSource({
        "3/0/0/0/0/0 2/1/0/0/0/0 1/0/1/1/0/0,             1 1 3",
        "1/0/1/0/0/0 2/0/2/0/0/0 0/3/1/0/0/0,             2 2 1",
        "1/0/0/2/0/0 33/0/0/67/0/0 34/0/0/66/0/0,         2 3 1",
        "0/0/0/0/0/5 0/0/0/1/0/0 1/0/0/0/0/9,             - 2 1",
        "1/0/0/0/9/0 1/0/0/1/0/0,                         2 1",
        "0/0/1/0/0/0 0/0/0/1/0/0 0/0/0/0/1/0,             1 1 1",
        "1/0/0/0/0/0 1/0/0/0/0/0 1/0/0/0/0/0 0/0/1/0/0/0, 1 1 1 4"
    })
    void equalSharesHaveOnePlace(String units, String places) {
        assertThat(places(units)).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource({"3/0/0/0/0/0, 100.00", "1/1/1/0/0/7, 66.67", "1/0/0/0/1/0, 50.00", "0/0/2/3/0/0, 0.00", "0/0/0/0/0/4, "
    })
    void whatHasNoDataIsNotReached(String unit, @Nullable String share) {
        assertThat(Tally.share(counts(unit)).map(Object::toString).orElse(null)).isEqualTo(share);
    }

    /** 古田 2017, women: 10, 34, 9 and 2. */
    @ParameterizedTest
    @CsvSource({"10, 34, 0, 9, 2, 0", "26, 15, 0, 5, 2, 0", "0, 0, 0, 0, 0, 0"})
    void classesAreCounted(int met, int onTrack, int atRisk, int offTrack, int noData, int neutral) {
        StatusCounts expected = new StatusCounts(met, onTrack, atRisk, offTrack, noData, neutral);
        List<StatusClass> all = Arrays.stream(StatusClass.values())
                .flatMap(one -> Collections.nCopies(
                        switch (one) {
                            case MET -> met;
                            case ON_TRACK -> onTrack;
                            case AT_RISK -> atRisk;
                            case OFF_TRACK -> offTrack;
                            case NO_DATA -> noData;
                            case NEUTRAL -> neutral;
                        },
                        one)
                        .stream())
                .toList();

        assertThat(Tally.of(all)).isEqualTo(expected);
    }
}
