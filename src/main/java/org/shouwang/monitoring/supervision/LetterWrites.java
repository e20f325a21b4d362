package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.shouwang.monitoring.card.CardFigures;
import org.shouwang.monitoring.card.LetteredCard;
import org.shouwang.monitoring.supervision.OfficeNumbers.Series;
import org.shouwang.platform.LocalDays;

/** What each act leaves in the row of a letter: also that somebody is to be told of it. */
@Singleton
class LetterWrites {

    private static final String ISSUE = """
            update supervision_letter
            set status = 'ISSUED', number_year = $2, number = $3, letter_no = $4, issued_on = $5::date, rectify_due_on = $5::date + days,
                reason_zh = $6, reason_en = $7, value = $8, year_target = $9, gap_percent = $10, look_at = $11
            where id = $1
            """;

    private static final String RECEIVE =
            "update supervision_letter set status = 'RECEIVED', signed_for_at = $2 where id = $1";

    /** One that comes late leaves the deadline that was missed. */
    private static final String REPLY = """
            update supervision_letter
            set status = 'REPLIED', reply_text = $2, replied_at = $3, reply_file_ids = $5, review_reason = null, look_at = $3,
                missed_on = coalesce(missed_on, case when rectify_due_on < $4 then rectify_due_on end)
            where id = $1
            """;

    private static final String ACCEPT =
            "update supervision_letter set status = 'ACCEPTED', look_at = $2 where id = $1";

    private static final String REJECT = """
            update supervision_letter set status = 'NOT_ACCEPTED', review_reason = $2, rectify_due_on = $3, look_at = $4 where id = $1
            """;

    private static final String INTERVIEW = """
            update supervision_letter set interviewed_on = greatest(interviewed_on, $2), missed_on = coalesce(missed_on, rectify_due_on) where id = $1
            """;

    private static final String ACCOUNT = """
            update supervision_letter
            set accountability_on = $2, accountability_note = $3, missed_on = coalesce(missed_on, rectify_due_on)
            where id = $1
            """;

    private static final String CLOSE =
            "update supervision_letter set status = 'CLOSED', closed_on = $2, look_at = null where id = $1";

    private final OfficeNumbers numbers;
    private final Clock clock;

    LetterWrites(OfficeNumbers numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @param office the post that issues, whose area counts */
    Uni<Void> issue(SqlClient transaction, UUID letter, LetteredCard card, UUID office) {
        LocalDate today = LocalDays.today(clock);
        return numbers.next(transaction, Series.LETTER, office, today.getYear()).chain(number -> transaction
                .preparedQuery(ISSUE)
                .execute(Tuple.of(
                                letter,
                                today.getYear(),
                                number,
                                Series.LETTER.text(today.getYear(), number),
                                today,
                                card.reasonZh())
                        .addString(card.reasonEn())
                        .addBigDecimal(card.figures().map(CardFigures::value).orElse(null))
                        .addString(card.figures().map(CardFigures::target).orElse(null))
                        .addBigDecimal(
                                card.figures().map(CardFigures::gapPercent).orElse(null))
                        .addOffsetDateTime(now()))
                .replaceWithVoid());
    }

    Uni<Void> interview(SqlClient transaction, UUID letter, LocalDate heldOn) {
        return run(transaction, INTERVIEW, Tuple.of(letter, heldOn));
    }

    /** Any other act. */
    Uni<Void> write(SqlClient transaction, UUID letter, LetterAct act) {
        LocalDate today = LocalDays.today(clock);
        return switch (act.kind()) {
            case ISSUE -> throw new IllegalArgumentException("it takes a number");
            case INTERVIEW -> throw new IllegalArgumentException("it takes the day on which it was held");
            case RECEIVE -> run(transaction, RECEIVE, Tuple.of(letter, now()));
            case REPLY ->
                run(transaction, REPLY, Tuple.of(letter, act.text(), now(), today, Letter.array(act.files())));
            case ACCEPT -> run(transaction, ACCEPT, Tuple.of(letter, now()));
            case REJECT -> run(transaction, REJECT, Tuple.of(letter, act.text(), act.dueOn(), now()));
            case ACCOUNT -> run(transaction, ACCOUNT, Tuple.of(letter, today, act.text()));
            case CLOSE, REVOKE -> run(transaction, CLOSE, Tuple.of(letter, today));
        };
    }

    private static Uni<Void> run(SqlClient transaction, String sql, Tuple arguments) {
        return transaction.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
