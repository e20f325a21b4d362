package org.shouwang.task.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.staff.RunArea;
import org.shouwang.staff.RunArea.Part;
import org.shouwang.task.CampaignCounts.AtArea;
import org.shouwang.task.campaign.CampaignProgress.Numbers;
import org.shouwang.task.campaign.CampaignProgress.Township;
import org.shouwang.task.campaign.CampaignProgress.Village;

class ProgressPartsTest {

    private static final AreaCode TOWN = AreaCode.of("610304101000");
    private static final AreaCode OTHER_TOWN = AreaCode.of("610304106000");
    private static final AreaCode FIRST = AreaCode.of("610304101200");
    private static final AreaCode SECOND = AreaCode.of("610304101201");
    private static final AreaCode HOSTED = AreaCode.of("610304106200");

    private static final AreaCode OTHER = AreaCode.of("610304106201");

    private static RunArea village(AreaCode code, AreaCode town) {
        return new RunArea(
                AreaLevel.VILLAGE,
                new Part(code, null, "村 " + code),
                new Part(town, null, "镇 " + town),
                new Part(null, null, "县"));
    }

    private static final List<RunArea> AREAS =
            List.of(village(FIRST, TOWN), village(SECOND, TOWN), village(HOSTED, TOWN), village(OTHER, OTHER_TOWN));

    /** The worst stands where its code does. */
    private static final Map<AreaCode, AtArea> COUNTS =
            Map.of(FIRST, new AtArea(4, 4, 0, 0), SECOND, new AtArea(6, 0, 6, 1), HOSTED, new AtArea(1, 0, 0, 0));

    @Test
    void aTownHasTheVillagesThatItRunsInTheOrderOfTheirCodes() {
        List<Township> towns = new ProgressParts(COUNTS, code -> true).townships(AREAS);

        assertThat(towns).hasSize(1);
        assertThat(towns.get(0).areaCode()).isEqualTo(TOWN);
        assertThat(towns.get(0).numbers()).isEqualTo(new Numbers(11, 4, 7, 6, 1));
        assertThat(towns.get(0).villages()).extracting(Village::areaCode).containsExactly(FIRST, SECOND, HOSTED);
    }

    @Test
    void singleVillagesAreForThoseWhomTheyConcern() {
        assertThat(new ProgressParts(COUNTS, code -> false)
                        .townships(AREAS)
                        .get(0)
                        .villages())
                .isEmpty();
        assertThat(ProgressParts.sum(COUNTS.values())).isEqualTo(new Numbers(11, 4, 7, 6, 1));
    }

    @Test
    void whatWouldBeASingleVillagesIsLeftOutWithItsShareOfTheTotal() {
        Map<AreaCode, AtArea> more =
                Map.of(FIRST, new AtArea(4, 4, 0, 0), SECOND, new AtArea(6, 0, 6, 1), OTHER, new AtArea(3, 1, 0, 0));
        ProgressParts hidden = new ProgressParts(more, code -> false);
        ProgressParts shown = new ProgressParts(more, code -> true);

        assertThat(hidden.hides(AREAS)).isTrue();
        assertThat(hidden.townships(AREAS)).extracting(Township::areaCode).containsExactly(TOWN);
        assertThat(hidden.total(AREAS)).isEqualTo(new Numbers(10, 4, 6, 6, 1));
        assertThat(shown.hides(AREAS)).isFalse();
        assertThat(shown.total(AREAS)).isEqualTo(new Numbers(13, 5, 8, 6, 1));
        assertThat(new ProgressParts(Map.of(), code -> false).hides(AREAS.subList(0, 1)))
                .isTrue();
    }
}
