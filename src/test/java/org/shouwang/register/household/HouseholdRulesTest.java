package org.shouwang.register.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.SexCode;

class HouseholdRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID ID = new UUID(0, 1);

    @Test
    void aHouseholdThatKeepsTheRulesPasses() {
        assertThat(check("13911112222", member("王桂兰"), away("2025-02-10", "广东省深圳市")))
                .isEmpty();
    }

    @Test
    void aHouseholdWithoutMembersPasses() {
        assertThat(check("0917-3456789")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "139111122223", "3456789", "call me", ""})
    void aWrongPhoneIsNamed(String phone) {
        assertThat(check(phone)).containsExactly(Violation.of("phone", "phone-number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"王", "王3", "王\n小明", "·王明", "<b>王明</b>"})
    void aNameWithOtherCharactersOrOfOneIsNamed(String name) {
        assertThat(check("13911112222", member(name)))
                .containsExactly(Violation.of("members[0].fullName", "person-name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"王明", "阿依古丽·买买提", "Ann-Marie O'Neil", "𠮷田", "〇一"})
    void namesOfAllPeoplesPass(String name) {
        assertThat(check("13911112222", member(name))).isEmpty();
    }

    @Test
    void everyRuleOfAMemberIsNamedWithItsField() {
        HouseholdForm.Member broken = new HouseholdForm.Member(
                ID,
                "王桂兰",
                SexCode.FEMALE,
                TODAY.plusDays(1),
                "990101201506010015",
                "999",
                VitalStatus.ALIVE,
                GuardianshipAbility.NONE,
                null,
                true,
                null,
                null,
                null);

        assertThat(check("13911112222", broken))
                .containsExactlyInAnyOrder(
                        Violation.of("members[0].birthDate", "not-in-future"),
                        Violation.of("members[0].idNumber", "identity-number"),
                        Violation.of("members[0].phone", "phone-number"),
                        Violation.of("members[0].guardianshipAbilityReason", "needed-without-ability"),
                        Violation.of("members[0].workPlaceCode", "needed-when-away"),
                        Violation.of("members[0].workPlaceText", "needed-when-away"),
                        Violation.of("members[0].awaySince", "needed-when-away"));
    }

    @Test
    void aDayBeyondWhatCanBeStoredIsNamed() {
        assertThat(check("13911112222", away("-999999999-01-01", "广东省深圳市")))
                .containsExactly(Violation.of("members[0].awaySince", "plausible-time"));
    }

    @Test
    void twoMembersWithOneIdAreNamed() {
        assertThat(check("13911112222", member("王桂兰"), member("王建国")))
                .containsExactly(Violation.of("members[1].id", "no-repeat"));
    }

    private static List<Violation> check(String phone, HouseholdForm.Member... members) {
        HouseholdForm form = new HouseholdForm(
                "王桂兰",
                phone,
                "上河滩 12 号",
                "三组",
                AreaCode.of("610304101200"),
                List.of(IncomeSource.WAGES),
                List.of(),
                List.of(members),
                null,
                null);
        return HouseholdRules.check(form, TODAY);
    }

    private static HouseholdForm.Member member(String name) {
        return person(ID, name, null, null, null);
    }

    private static HouseholdForm.Member away(String since, String workPlace) {
        return person(new UUID(0, 2), "王建国", true, workPlace, LocalDate.parse(since));
    }

    private static HouseholdForm.Member person(
            UUID id, String name, @Nullable Boolean away, @Nullable String workPlace, @Nullable LocalDate since) {
        return new HouseholdForm.Member(
                id,
                name,
                SexCode.UNSTATED,
                null,
                null,
                null,
                VitalStatus.ALIVE,
                GuardianshipAbility.FULL,
                null,
                away,
                away == null ? null : "4403",
                workPlace,
                since);
    }
}
