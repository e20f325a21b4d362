package org.shouwang.task.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;

/**
 * The days of a campaign.
 *
 * @param taskDays within which each task is to be done, null where that is all of the campaign
 */
record CampaignDays(
        LocalDate startOn, LocalDate endOn, @Nullable Integer taskDays) {

    /** Tasks are on phones before the first day: who works without network for days has them on it. */
    static final int AHEAD = 7;

    /** Nobody is told of a campaign at night, nor before it begins. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** When the tasks are made first. */
    Instant makes(Instant now) {
        return later(LocalDays.at(startOn.minusDays(AHEAD), LocalTime.MIDNIGHT), now);
    }

    /** When those who match are looked through again, for who came since; null when the campaign is over then. */
    @Nullable
    Instant looksAgain(Instant now) {
        LocalDate next = LocalDays.of(now).plusDays(1);
        return next.isAfter(endOn) ? null : LocalDays.at(next, LocalTime.MIDNIGHT);
    }

    /** When workers are told that it is there: not before it begins. */
    Instant tells(Instant now) {
        return later(LocalDays.at(startOn, MORNING), now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When those above are told of what is open still. */
    Instant late() {
        return LocalDays.at(endOn.plusDays(1), MORNING);
    }

    /** Until when a task is to be done that was made on this day. */
    LocalDate dueOn(LocalDate made) {
        if (taskDays == null) {
            return endOn;
        }
        LocalDate begin = made.isBefore(startOn) ? startOn : made;
        LocalDate due = begin.plusDays(taskDays);
        return due.isAfter(endOn) ? endOn : due;
    }

    CampaignStatus status(boolean closed, LocalDate today) {
        if (closed) {
            return CampaignStatus.CLOSED;
        }
        if (today.isBefore(startOn)) {
            return CampaignStatus.PLANNED;
        }
        return today.isAfter(endOn) ? CampaignStatus.ENDED : CampaignStatus.RUNNING;
    }
}
