package org.shouwang.protection.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Violation;
import org.shouwang.protection.directory.ResourceOutcome.Kind;
import org.shouwang.protection.directory.ResourcePlan.EntryKey;

/** What a list changes, line by line. */
class PlanResourcesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final AreaCode TOWN = AreaCode.of("610304101000");
    private static final AreaCode VILLAGE = AreaCode.of("610304101200");
    private static final AreaCode MERGED = AreaCode.of("610304101299");
    private static final AreaCode OTHER = AreaCode.of("610304106000");
    private static final UUID NEW = new UUID(0, 1);
    private static final UUID STORED = new UUID(0, 2);

    private static final Surroundings AROUND = new Surroundings(
            Map.of(
                    TOWN, new Areas.Place(TOWN, AreaLevel.TOWNSHIP),
                    VILLAGE, new Areas.Place(VILLAGE, AreaLevel.VILLAGE),
                    MERGED, new Areas.Place(VILLAGE, AreaLevel.VILLAGE),
                    OTHER, new Areas.Place(OTHER, AreaLevel.TOWNSHIP)),
            Map.of());

    private static final Caller COORDINATOR = new Caller(
            new UUID(1, 1),
            1,
            List.of(new Post(
                    new UUID(2, 2),
                    RoleCode.TOWNSHIP_COORDINATOR,
                    TOWN.range(AreaLevel.TOWNSHIP),
                    Map.of(Right.RESOURCE_WRITE, Set.of(FieldClass.N, FieldClass.P)))),
            null);

    private static ResourceLine line(int number, AreaCode area, ResourcePatch said) {
        return new ResourceLine(number, Optional.of(new ResourceLine.Said(area, said)), List.of());
    }

    private static ResourcePatch aid(LocalDate verifiedOn) {
        return ResourceRulesTest.line("aid", verifiedOn);
    }

    private static StoredResource stored(ResourcePatch said) {
        ResourceForm facts = AROUND.placed(said.made(TOWN));
        return new StoredResource(STORED, 3, facts, AreaRanges.NONE, Instant.EPOCH, Instant.EPOCH, null, null);
    }

    private static ResourcePlan plan(List<StoredResource> known, ResourceLine... lines) {
        Map<EntryKey, StoredResource> named =
                known.stream().collect(Collectors.toMap(found -> EntryKey.of(found.facts()), found -> found));
        return PlanResources.plan(List.of(lines), AROUND, named, COORDINATOR, TODAY, () -> NEW);
    }

    private static List<String> refused(ResourcePlan plan) {
        return plan.outcomes().stream()
                .flatMap(outcome -> outcome.rules().stream())
                .map(Violation::rule)
                .toList();
    }

    @Test
    void aNewEntryServesItsOwnAreaWhereNothingIsSaid() {
        ResourcePlan plan = plan(List.of(), line(2, VILLAGE, aid(TODAY)));

        assertThat(plan.outcomes()).containsExactly(ResourceOutcome.of(2, Kind.CREATED, NEW));
        assertThat(plan.created().get(0).facts().areaScope()).containsExactly(VILLAGE);
        assertThat(plan.created().get(0).facts().statusOrActive()).isEqualTo(ResourceStatus.ACTIVE);
    }

    @Test
    void anOldCodeStandsForWhatItIsToday() {
        ResourcePlan plan = plan(List.of(), line(2, MERGED, aid(TODAY)));

        assertThat(plan.created().get(0).facts().areaCode()).isEqualTo(VILLAGE);
    }

    @Test
    void theSameListAgainChangesNothing() {
        ResourcePlan plan = plan(List.of(stored(aid(TODAY))), line(2, TOWN, aid(TODAY)));

        assertThat(plan.outcomes()).containsExactly(ResourceOutcome.of(2, Kind.UNCHANGED, STORED));
        assertThat(plan.updated()).isEmpty();
    }

    @Test
    void aNewCheckIsAChange() {
        ResourcePlan plan = plan(List.of(stored(aid(TODAY.minusDays(200)))), line(2, TOWN, aid(TODAY)));

        assertThat(plan.outcomes()).containsExactly(ResourceOutcome.of(2, Kind.UPDATED, STORED));
        assertThat(plan.updated().get(0).changed()).containsExactly("verifiedOn");
    }

    @Test
    void anOlderCheckIsNoChange() {
        ResourcePlan plan = plan(List.of(stored(aid(TODAY))), line(2, TOWN, aid(TODAY.minusDays(9))));

        assertThat(plan.outcomes()).containsExactly(ResourceOutcome.of(2, Kind.UNCHANGED, STORED));
    }

    @Test
    void whatWasCheckedLaterIsNotWrittenOver() {
        ResourcePatch old = new ResourcePatch(
                null,
                "aid",
                ResourceCategory.LEGAL_AID,
                null,
                null,
                null,
                null,
                "12345",
                aid(TODAY).hours(),
                null,
                ProviderType.GOV,
                null,
                null,
                null,
                null,
                TODAY.minusDays(9),
                null);

        ResourcePlan plan = plan(List.of(stored(aid(TODAY))), line(2, TOWN, old));

        assertThat(refused(plan)).containsExactly("resource-checked-later");
        assertThat(plan.updated()).isEmpty();
    }

    @Test
    void eachBadLineIsNamedAndTheGoodOnesAreTaken() {
        ResourcePlan plan = plan(
                List.of(),
                new ResourceLine(2, Optional.empty(), List.of(Violation.of("phone", "resource-phone"))),
                line(3, OTHER, aid(TODAY)),
                line(4, AreaCode.of("999999999999"), aid(TODAY)),
                line(5, TOWN, aid(TODAY)),
                line(6, TOWN, aid(TODAY)),
                line(7, VILLAGE, aid(TODAY.plusDays(1))));

        assertThat(refused(plan))
                .containsExactly(
                        "resource-phone",
                        "area-not-yours",
                        "area-exists",
                        "resource-line-twice",
                        "resource-verified-on");
        assertThat(plan.created()).hasSize(1);
    }

    @Test
    void aLineServesAtMostWhatItsSenderAnswersFor() {
        ResourcePatch said = new ResourcePatch(
                null,
                "aid",
                ResourceCategory.LEGAL_AID,
                List.of(TOWN, OTHER),
                null,
                null,
                null,
                "12348",
                aid(TODAY).hours(),
                null,
                ProviderType.GOV,
                null,
                null,
                null,
                null,
                TODAY,
                null);

        assertThat(plan(List.of(), line(2, TOWN, said)).outcomes().get(0).rules())
                .containsExactly(Violation.of("areaScope[1]", "resource-scope-reach", OTHER.toString()));
    }
}
