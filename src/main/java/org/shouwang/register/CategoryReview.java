package org.shouwang.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the rules say on a day about the categories of a child.
 *
 * @param propose first day of a left-behind category that nobody has claimed or decided
 * @param ends categories that end, with the day
 * @param next when the rules must look again, if nothing is recorded before
 */
record CategoryReview(Optional<LocalDate> propose, Map<UUID, LocalDate> ends, Optional<LocalDate> next) {

    CategoryReview {
        ends = Map.copyOf(ends);
    }

    private static final CategoryReview NOTHING = new CategoryReview(Optional.empty(), Map.of(), Optional.empty());

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
        Optional<LocalDate> undecided =
                since.filter(day -> !isDecided(categories, ends, day)).filter(day -> isYoung(family, today));
        Optional<LocalDate> propose = undecided.filter(day -> !day.isAfter(today));
        Stream<LocalDate> birthdays = categories.stream()
                .filter(ChildCategory::isOpen)
                .map(category -> category.categoryCode)
                .flatMap(code -> birthday(code, family).stream());
        Optional<LocalDate> next = Stream.of(
                        undecided.stream(),
                        birthdays,
                        propose.flatMap(day -> birthday(CategoryCode.LEFT_BEHIND, family)).stream())
                .flatMap(days -> days)
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder());
        return new CategoryReview(propose, ends, next);
    }

    /** Of age, or a proposal that nobody confirmed and that does not hold any more. */
    private static Optional<LocalDate> end(
            ChildCategory category, LeftBehindRule.Family family, Optional<LocalDate> since, LocalDate today) {
        if (!category.isOpen()) {
            return Optional.empty();
        }
        Optional<LocalDate> ofAge = birthday(category.categoryCode, family).filter(day -> !day.isAfter(today));
        boolean unconfirmed = category.byRule && category.status == CategoryStatus.CLAIMED;
        Optional<LocalDate> over =
                unconfirmed && since.filter(day -> !day.isAfter(today)).isEmpty()
                        ? Optional.of(today)
                        : Optional.empty();
        return ofAge.or(() -> over).map(day -> day.isBefore(category.startDate) ? category.startDate : day);
    }

    /** Somebody claimed it, or somebody said of this absence or a later one that it makes no category, or ended that. */
    private static boolean isDecided(List<ChildCategory> categories, Map<UUID, LocalDate> ends, LocalDate since) {
        return categories.stream()
                .filter(category -> category.categoryCode == CategoryCode.LEFT_BEHIND)
                .anyMatch(category -> {
                    LocalDate end = ends.getOrDefault(category.id, category.endDate);
                    boolean stays = category.isOpen() && end == null;
                    return stays || !(end == null ? category.startDate : end).isBefore(since);
                });
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
