package org.shouwang.register.child;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules say on a day about the categories of a child.
 *
 * @param propose first day of a left-behind category that nobody has claimed or decided
 * @param ends categories that end, with the day
 * @param restored categories that the rules have ended by a fact that was put right: they are again what they were
 * @param next when the rules must look again, if nothing is recorded before
 */
record CategoryReview(
        Optional<LocalDate> propose, Map<UUID, LocalDate> ends, Set<UUID> restored, Optional<LocalDate> next) {

    CategoryReview {
        ends = Map.copyOf(ends);
        restored = Set.copyOf(restored);
    }

    private static final CategoryReview NOTHING =
            new CategoryReview(Optional.empty(), Map.of(), Set.of(), Optional.empty());

    boolean changesAnything() {
        return propose.isPresent() || !ends.isEmpty() || !restored.isEmpty();
    }

    static CategoryReview of(
            LeftBehindRule.Family family, FileStatus status, List<ChildCategory> categories, LocalDate today) {
        if (status == FileStatus.CLOSED || status == FileStatus.TRANSFERRED) {
            return NOTHING;
        }
        Optional<LocalDate> since = LeftBehindRule.since(family);
        Map<UUID, LocalDate> ends = new HashMap<>();
        for (ChildCategory category : categories) {
            end(category, family, since, today).ifPresent(day -> ends.put(category.id, day));
        }
        Set<UUID> restored = restored(categories, family, today);
        Optional<LocalDate> undecided =
                since.filter(day -> !isDecided(categories, ends, restored, day)).filter(day -> isYoung(family, today));
        Optional<LocalDate> propose = undecided.filter(day -> !day.isAfter(today));
        Stream<LocalDate> birthdays = categories.stream()
                .filter(category -> category.isOpen() || restored.contains(category.id))
                .map(category -> category.categoryCode)
                .flatMap(code -> birthday(code, family).stream());
        Optional<LocalDate> next = Stream.of(
                        undecided.stream(),
                        birthdays,
                        propose.flatMap(day -> birthday(CategoryCode.LEFT_BEHIND, family)).stream())
                .flatMap(days -> days)
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder());
        return new CategoryReview(propose, ends, restored, next);
    }

    /** Of age, or a proposal that nobody confirmed and that does not hold any more. */
    private static Optional<LocalDate> end(
            ChildCategory category, LeftBehindRule.Family family, Optional<LocalDate> since, LocalDate today) {
        if (!category.isOpen()) {
            return Optional.empty();
        }
        Optional<LocalDate> ofAge = birthday(category.categoryCode, family).filter(day -> !day.isAfter(today));
        Optional<LocalDate> over = category.isUnconfirmed()
                        && since.filter(day -> !day.isAfter(today)).isEmpty()
                ? Optional.of(today)
                : Optional.empty();
        return ofAge.or(() -> over).map(day -> day.isBefore(category.startDate) ? category.startDate : day);
    }

    /**
     * Of each code the newest that the rules have ended, where the child is young enough after all and nothing stands in its
     * place. What nobody had confirmed is proposed anew instead, from the day that holds now.
     */
    private static Set<UUID> restored(List<ChildCategory> categories, LeftBehindRule.Family family, LocalDate today) {
        Set<CategoryCode> taken = EnumSet.noneOf(CategoryCode.class);
        categories.stream().filter(ChildCategory::isOpen).forEach(category -> taken.add(category.categoryCode));
        return categories.stream()
                .filter(category -> category.endedFrom != null && !category.isUnconfirmed())
                .filter(category -> birthday(category.categoryCode, family)
                        .filter(day -> !day.isAfter(today))
                        .isEmpty())
                .sorted(Comparator.comparing((ChildCategory category) -> category.startDate)
                        .reversed())
                .filter(category -> taken.add(category.categoryCode))
                .map(category -> category.id)
                .collect(Collectors.toSet());
    }

    /** Somebody claimed it, or somebody said of this absence or a later one that it makes no category, or ended that. */
    private static boolean isDecided(
            List<ChildCategory> categories, Map<UUID, LocalDate> ends, Set<UUID> restored, LocalDate since) {
        return categories.stream()
                .filter(category -> category.categoryCode == CategoryCode.LEFT_BEHIND)
                .filter(category -> !isOverByRule(category, ends))
                .anyMatch(category -> {
                    LocalDate end = ends.getOrDefault(category.id, category.endDate);
                    boolean stays = restored.contains(category.id) || (category.isOpen() && end == null);
                    return stays || !(end == null ? category.startDate : end).isBefore(since);
                });
    }

    /** What the rules proposed and took back, nobody has decided. */
    private static boolean isOverByRule(ChildCategory category, Map<UUID, LocalDate> ends) {
        return category.isUnconfirmed() && (category.endedFrom != null || ends.containsKey(category.id));
    }

    private static boolean isYoung(LeftBehindRule.Family family, LocalDate today) {
        return birthday(CategoryCode.LEFT_BEHIND, family)
                .filter(day -> day.isAfter(today))
                .isPresent();
    }

    /** The day on which a child is too old for a category. */
    private static Optional<LocalDate> birthday(CategoryCode code, LeftBehindRule.Family family) {
        LocalDate birthDate = family.birthDate();
        return birthDate == null || code.endsAtAge().isEmpty()
                ? Optional.empty()
                : Optional.of(ChildRules.birthday(birthDate, code.endsAtAge().getAsInt()));
    }
}
