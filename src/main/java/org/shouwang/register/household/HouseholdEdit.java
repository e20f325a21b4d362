package org.shouwang.register.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/** An edit of a household: what it says now and would say. Whoever is in it stays in it. */
record HouseholdEdit(HouseholdForm before, HouseholdForm after) {

    static Result<HouseholdEdit> of(HouseholdForm before, HouseholdPatch patch, LocalDate today) {
        List<HouseholdPatch.Member> changes = patch.members() == null ? List.of() : patch.members();
        Map<UUID, HouseholdForm.Member> members = new LinkedHashMap<>();
        before.members().forEach(member -> members.put(member.id(), member));
        List<Violation> lacking = lacking(changes, members);
        if (!lacking.isEmpty()) {
            return Result.unless(lacking, new HouseholdEdit(before, before));
        }
        changes.forEach(change -> members.put(change.id(), member(members.get(change.id()), change)));
        HouseholdForm after = new HouseholdForm(
                or(patch.headName(), before.headName()),
                or(patch.phone(), before.phone()),
                or(patch.address(), before.address()),
                or(patch.hamlet(), before.hamlet()),
                before.areaCode(),
                or(patch.incomeSources(), before.incomeSources()),
                or(patch.aidTypes(), before.aidTypes()),
                List.copyOf(members.values()),
                before.clientTime(),
                before.deviceId());
        return Result.unless(HouseholdRules.checkEdit(before, after, today), new HouseholdEdit(before, after));
    }

    /** What only a new member must have: of one who is known, what is left out stays. */
    private static List<Violation> lacking(List<HouseholdPatch.Member> changes, Map<UUID, HouseholdForm.Member> known) {
        List<Violation> lacking = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            HouseholdPatch.Member change = changes.get(i);
            if (!known.containsKey(change.id())) {
                String at = "members[" + i + "].";
                need(change.fullName(), at + "fullName", lacking);
                need(change.sexCode(), at + "sexCode", lacking);
                need(change.vitalStatus(), at + "vitalStatus", lacking);
                need(change.guardianshipAbility(), at + "guardianshipAbility", lacking);
            }
        }
        return lacking;
    }

    private static void need(@Nullable Object fact, String field, List<Violation> lacking) {
        if (fact == null) {
            lacking.add(Violation.of(field, "needed-of-new-member"));
        }
    }

    /** Whoever is back has no place of work elsewhere; whoever is able has no reason not to be. */
    private static HouseholdForm.Member member(HouseholdForm.@Nullable Member known, HouseholdPatch.Member change) {
        boolean back = Boolean.FALSE.equals(change.isAway());
        boolean able = change.guardianshipAbility() != null && change.guardianshipAbility() != GuardianshipAbility.NONE;
        HouseholdForm.@Nullable Member away = back ? null : known;
        HouseholdForm.@Nullable Member unable = able ? null : known;
        return new HouseholdForm.Member(
                change.id(),
                or(change.fullName(), known == null ? null : known.fullName()),
                or(change.sexCode(), known == null ? null : known.sexCode()),
                kept(change.birthDate(), known, HouseholdForm.Member::birthDate),
                kept(change.idNumber(), known, HouseholdForm.Member::idNumber),
                kept(change.phone(), known, HouseholdForm.Member::phone),
                or(change.vitalStatus(), known == null ? null : known.vitalStatus()),
                or(change.guardianshipAbility(), known == null ? null : known.guardianshipAbility()),
                kept(change.guardianshipAbilityReason(), unable, HouseholdForm.Member::guardianshipAbilityReason),
                kept(change.isAway(), known, HouseholdForm.Member::isAway),
                kept(change.workPlaceCode(), away, HouseholdForm.Member::workPlaceCode),
                kept(change.workPlaceText(), away, HouseholdForm.Member::workPlaceText),
                kept(change.awaySince(), away, HouseholdForm.Member::awaySince));
    }

    private static <T> @Nullable T kept(
            @Nullable T given, HouseholdForm.@Nullable Member known, Function<HouseholdForm.Member, @Nullable T> fact) {
        return given != null || known == null ? given : fact.apply(known);
    }

    private static <T> T or(@Nullable T given, @Nullable T stored) {
        return given == null ? Objects.requireNonNull(stored) : given;
    }

    @Override
    public String toString() {
        return "***";
    }
}
