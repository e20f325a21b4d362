package org.shouwang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.AppointmentRows.InForce;
import org.shouwang.staff.AppointmentRows.Spell;
import org.shouwang.staff.Sender.Term;

class SenderTest {

    private static final UUID WORKER = new UUID(1, 1);
    private static final UUID FIRST = new UUID(2, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final AreaRanges VILLAGE = AreaRanges.of(610304101200L, 610304101201L);

    /** The first post ends with this day; the second one begins with the next. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    private static Term term(UUID appointment, LocalDate from, @Nullable LocalDate to) {
        RoleCode role = RoleCode.CHILDREN_DIRECTOR;
        Post post = RolePosts.post(appointment, role, VILLAGE);
        return new Term(post, new Spell(new InForce(appointment, WORKER, 1, role, null, null, VILLAGE), from, to));
    }

    private static Sender received(LocalDate day) {
        return new Sender(
                WORKER,
                1,
                false,
                day,
                List.of(term(FIRST, LAST_DAY.minusYears(1), LAST_DAY), term(SECOND, LAST_DAY.plusDays(1), null)));
    }

    private static List<UUID> posts(Caller caller) {
        return caller.posts().stream().map(Post::appointmentId).toList();
    }

    @Test
    void thePostsOfTheDayOnWhichItWasDoneCount() {
        Sender sender = received(LAST_DAY.plusDays(2));

        assertThat(posts(sender.on(LAST_DAY, null))).containsExactly(FIRST);
        assertThat(posts(sender.on(LAST_DAY.plusDays(1), null))).containsExactly(SECOND);
        assertThat(posts(sender.on(LAST_DAY.minusYears(2), null))).isEmpty();
    }

    @Test
    void aPostsWorkMayArriveForThirtyDaysAfterItsEnd() {
        assertThat(posts(received(LAST_DAY.plusDays(30)).on(LAST_DAY, null))).containsExactly(FIRST);
        assertThat(posts(received(LAST_DAY.plusDays(31)).on(LAST_DAY, null))).isEmpty();
    }

    @Test
    void whatWasRecordedUnderNoPostOfThatDayBelongsToTheLastOne() {
        Sender sender = received(LAST_DAY.plusDays(2));

        assertThat(sender.appointment(LAST_DAY, null)).isEqualTo(FIRST);
        assertThat(sender.appointment(LAST_DAY, SECOND)).isEqualTo(SECOND);
        assertThat(sender.appointment(LAST_DAY.minusYears(2), new UUID(9, 9))).isEqualTo(SECOND);
    }

    @Test
    void whoeverHasNoPostAnyMoreMayTry() {
        Sender former = new Sender(
                WORKER, 1, false, LAST_DAY.plusDays(31), List.of(term(FIRST, LAST_DAY.minusYears(1), LAST_DAY)));

        assertThat(former.maySendBy(Right.AREA_WRITE)).isTrue();
        assertThat(received(LAST_DAY).maySendBy(Right.AREA_WRITE)).isFalse();
        assertThat(received(LAST_DAY).maySendBy(Right.SYNC)).isTrue();
    }
}
