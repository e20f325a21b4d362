package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;

class AmendingTest {

    private static final AreaCode HOME = AreaCode.of("610304101201");

    private static Visit visit(Instant started, Instant received) {
        VisitForm form = VisitForms.at(started).form();
        return new Visit(
                new Birth(new UUID(2, 2), HOME, RequestHash.of(form), received, new UUID(5, 5)), form, new UUID(6, 6));
    }

    /** Days are those of China: the last second of May there is 15:59:59 of London. */
    @ParameterizedTest
    @CsvSource({
        // visited,            received,             amended,              arrived,              believed
        "2026-06-01T02:00:00Z, 2026-06-01T03:00:00Z, 2026-06-02T02:00:00Z, 2026-06-20T02:00:00Z, true",
        "2026-06-01T02:00:00Z, 2026-06-10T03:00:00Z, 2026-06-02T02:00:00Z, 2026-06-10T03:00:00Z, true",
        "2026-06-01T02:00:00Z, 2026-06-10T03:00:00Z, 2026-06-01T02:00:00Z, 2026-06-10T03:00:00Z, true",
        "2026-06-01T02:00:00Z, 2026-06-10T03:00:00Z, 2026-06-01T01:59:59Z, 2026-06-10T03:00:00Z, false",
        "2026-06-01T02:05:00Z, 2026-06-01T02:00:00Z, 2026-06-01T02:01:00Z, 2026-06-01T02:02:00Z, true",
        "2026-05-01T02:00:00Z, 2026-05-01T03:00:00Z, 2026-05-31T16:00:00Z, 2026-07-01T02:00:00Z, true",
        "2026-05-01T02:00:00Z, 2026-05-01T03:00:00Z, 2026-05-31T15:59:59Z, 2026-07-01T02:00:00Z, false"
    })
    void anAmendmentIsMadeAfterItsVisitAndArrivesWithinAMonth(
            Instant visited, Instant received, Instant amended, Instant arrived, boolean believed) {
        assertThat(Amending.canBeMade(visit(visited, received), amended, arrived))
                .isEqualTo(believed);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-10T03:00:00Z, true", "2026-06-10T02:59:59Z, false"})
    void aVisitThatLostItsTimeBeganWhenItArrived(Instant amended, boolean believed) {
        Instant received = Instant.parse("2026-06-10T03:00:00Z");
        VisitForm form = VisitForms.at(Instant.parse("2026-06-01T02:00:00Z"))
                .withoutTime()
                .form();
        Visit visit = new Visit(
                new Birth(new UUID(2, 2), HOME, RequestHash.of(form), received, new UUID(5, 5)), form, new UUID(6, 6));

        assertThat(Amending.canBeMade(visit, amended, received)).isEqualTo(believed);
    }
}
