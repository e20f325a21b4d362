package org.shouwang.task.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.Sha256;
import org.shouwang.task.sample.Draw.Visited;

class DrawTest {

    private static final LocalDate QUARTER = LocalDate.of(2027, 4, 1);

    private static UUID visit(int number) {
        return UUID.nameUUIDFromBytes(("visit " + number).getBytes(StandardCharsets.UTF_8));
    }

    private static List<UUID> visits(int many) {
        return IntStream.range(0, many).mapToObj(DrawTest::visit).toList();
    }

    private static List<UUID> filled(List<UUID> visits, Set<UUID> drawn, int share) {
        return Draw.filled(
                visits.stream().map(id -> new Visited(id, drawn.contains(id))).toList(), QUARTER, share);
    }

    @Test
    void aPlaceIsTheBeginningOfASumThatAnybodyCanCompute() {
        UUID visit = UUID.fromString("7b0d9a3e-30cb-4d9b-9a9f-0a4b8d8a2f11");
        byte[] sum = Sha256.of("2027-04-01/7b0d9a3e-30cb-4d9b-9a9f-0a4b8d8a2f11".getBytes(StandardCharsets.UTF_8));
        long place = 0;
        for (int i = 0; i < 8; i++) {
            place = (place << 8) | (sum[i] & 0xff);
        }

        assertThat(Draw.place(QUARTER, visit)).isEqualTo(place);
        assertThat(Draw.place(QUARTER.plusMonths(3), visit)).isNotEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "20,150,250", "100,1000,1000"})
    void aboutTheShareIsDrawnAsItArrives(int share, long least, long most) {
        assertThat(visits(1000).stream()
                        .filter(id -> Draw.isBelow(Draw.place(QUARTER, id), share))
                        .count())
                .isBetween(least, most);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "5,1", "6,2", "10,2", "11,3"})
    void aQuarterIsFilledUpToTheShareAtLeast(int visits, int drawn) {
        assertThat(filled(visits(visits), Set.of(), 20)).hasSize(drawn);
    }

    @Test
    void whatIsFilledInHasTheLowestPlacesInWhateverOrderVisitsCame() {
        List<UUID> visits = new ArrayList<>(visits(40));
        List<UUID> filled = filled(visits, Set.of(), 20);
        Collections.shuffle(visits, new Random(7));

        assertThat(filled(visits, Set.of(), 20)).isEqualTo(filled).hasSize(8);
        assertThat(filled).allSatisfy(in -> assertThat(visits)
                .filteredOn(out -> !filled.contains(out))
                .allMatch(out -> Long.compareUnsigned(Draw.place(QUARTER, in), Draw.place(QUARTER, out)) < 0));
    }

    @Test
    void whatWasDrawnForItsLevelCounts() {
        List<UUID> visits = visits(10);
        Set<UUID> drawn = new HashSet<>(visits.subList(0, 2));

        assertThat(filled(visits, drawn, 20)).isEmpty();
        drawn.remove(visits.get(0));
        assertThat(filled(visits, drawn, 20)).hasSize(1).doesNotContainAnyElementsOf(drawn);
    }

    @Test
    void aQuarterIsFilledAWeekAfterItsEndAndForLateVisitsAtOnce() {
        assertThat(Draw.fillsAt(QUARTER, Instant.parse("2027-05-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2027-07-07T22:00:00Z"));
        assertThat(Draw.fillsAt(QUARTER, Instant.parse("2027-08-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2027-08-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "CHILDREN_DIRECTOR,true,true",
        "WOMENS_CHAIR,true,true",
        "WOMENS_CHAIR,false,false",
        "TOWNSHIP_COORDINATOR,true,false"
    })
    void theCoordinatorVerifiesTheVillagesVisitsToChildren(RoleCode role, boolean children, boolean counts) {
        assertThat(sampled(role, children, false).counts()).isEqualTo(counts);
    }

    @Test
    void whereAChildMayBeInDangerEveryVisitIsVerified() {
        assertThat(sampled(RoleCode.CHILDREN_DIRECTOR, true, true).drawn(0)).contains(SampleReason.LEVEL);
        assertThat(sampled(RoleCode.CHILDREN_DIRECTOR, true, false).drawn(0)).isEmpty();
        assertThat(sampled(RoleCode.CHILDREN_DIRECTOR, true, false).drawn(100)).contains(SampleReason.SHARE);
    }

    private static SampledVisit sampled(RoleCode role, boolean children, boolean grave) {
        return new SampledVisit(
                visit(1),
                visit(2),
                AreaCode.of("610304101200"),
                AreaCode.of("610304101000"),
                visit(3),
                QUARTER,
                visit(4),
                role,
                children,
                grave);
    }
}
