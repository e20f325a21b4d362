package org.shouwang.protection.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;

class ResourceRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final AreaCode TOWN = AreaCode.of("610304101000");

    /** A line of a list that says what an entry must have. */
    static ResourcePatch line(String name, LocalDate verifiedOn) {
        return new ResourcePatch(
                null,
                name,
                ResourceCategory.LEGAL_AID,
                null,
                null,
                null,
                null,
                "12348",
                List.of(new ServiceHours(DayOfWeek.MONDAY, "08:30", "17:30")),
                null,
                ProviderType.GOV,
                null,
                null,
                null,
                null,
                verifiedOn,
                null);
    }

    private static ResourcePatch provided(ProviderType provider, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new ResourcePatch(
                null, null, null, null, null, null, null, null, null, null, provider, from, to, null, null, null, null);
    }

    private static List<String> rules(UnaryOperator<ResourceForm> change) {
        ResourceForm form = change.apply(line("aid", TODAY).made(TOWN));
        return ResourceRules.check(form, TODAY).stream()
                .map(wrong -> wrong.field() + " " + wrong.rule())
                .toList();
    }

    @Test
    void aServiceOfTheGovernmentHasNoContract() {
        assertThat(rules(form -> form)).isEmpty();
        assertThat(rules(provided(ProviderType.GOV, TODAY, TODAY)::over))
                .containsExactly("contractFrom resource-no-contract", "contractTo resource-no-contract");
    }

    @Test
    void whatIsBoughtSaysForHowLong() {
        ResourceForm stored = line("aid", TODAY).made(TOWN);

        ResourceForm bought = provided(ProviderType.PURCHASED, null, null).over(stored);

        assertThat(ResourceRules.check(bought, TODAY))
                .containsExactly(
                        Violation.of("contractFrom", "resource-contract"),
                        Violation.of("contractTo", "resource-contract"));
    }

    @Test
    void aContractMayLastOneDayAndNotEndBeforeItBegins() {
        assertThat(rules(provided(ProviderType.VENTURE, TODAY, TODAY)::over)).isEmpty();
        assertThat(rules(provided(ProviderType.VENTURE, TODAY, TODAY.minusDays(1))::over))
                .containsExactly("contractTo resource-contract-end");
    }

    @Test
    void theContractGoesWithTheKindOfProviderThatHadIt() {
        ResourceForm bought = provided(ProviderType.PURCHASED, TODAY, TODAY)
                .over(line("aid", TODAY).made(TOWN));

        ResourceForm given = provided(ProviderType.CHARITY, null, null).over(bought);

        assertThat(given.contractFrom()).isNull();
        assertThat(given.contractTo()).isNull();
    }

    @Test
    void nobodyCheckedTomorrow() {
        assertThat(ResourceRules.check(line("aid", TODAY.plusDays(1)).made(TOWN), TODAY))
                .containsExactly(Violation.of("verifiedOn", "resource-verified-on"));
    }

    @Test
    void aCheckHoldsForItsDays() {
        assertThat(ResourceRules.isRecheckDue(TODAY.minusDays(180), 180, TODAY)).isFalse();
        assertThat(ResourceRules.isRecheckDue(TODAY.minusDays(181), 180, TODAY)).isTrue();
    }

    @Test
    void aPositionIsTheSameHoweverManyZerosEndIt() {
        assertThat(position("34.350000")).isEqualTo(position("34.35"));
    }

    private static ResourceForm position(String degrees) {
        BigDecimal value = new BigDecimal(degrees);
        return new ResourcePatch(
                        null, null, null, null, null, value, value, null, null, null, null, null, null, null, null,
                        null, null)
                .over(line("aid", TODAY).made(TOWN));
    }
}
