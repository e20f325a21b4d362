package org.shouwang.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.ChangedFacts;

/**
 * An edit of a children's home: what it says now and would say.
 *
 * @param since from which day on it has its status afterwards; null while nobody has said so
 */
record HomeEdit(
        HomeForm before,
        HomeForm after,
        @Nullable LocalDate sinceBefore,
        @Nullable LocalDate since) {

    /** A status that changes and says no day holds from today on. */
    static HomeEdit of(HomeForm before, @Nullable LocalDate sinceBefore, HomePatch patch, LocalDate today) {
        HomeForm after = patch.over(before);
        LocalDate unsaid = after.status() == before.status() ? sinceBefore : today;
        return new HomeEdit(before, after, sinceBefore, patch.statusSince() == null ? unsaid : patch.statusSince());
    }

    /** Judged as the form that would register it like this. */
    Result<HomeEdit> check(LocalDate today) {
        List<Violation> found = new ArrayList<>(HomeRules.check(after, today));
        if (since != null && !isBelievable(since, today)) {
            found.add(Violation.of("statusSince", "home-status-since"));
        }
        return Result.unless(found, this);
    }

    /** What is being built has a status before it opens. */
    private boolean isBelievable(LocalDate day, LocalDate today) {
        boolean opened = after.status() != HomeStatus.PLANNED && after.status() != HomeStatus.BUILDING;
        return !day.isAfter(today) && !(opened && day.isBefore(after.openedOn()));
    }

    /** The names of the facts that it changes. */
    List<String> changed() {
        List<String> changed = new ArrayList<>(ChangedFacts.between(before, after));
        if (!Objects.equals(sinceBefore, since)) {
            changed.add("statusSince");
        }
        return changed;
    }
}
