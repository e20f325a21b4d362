package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;

/** Referrals on the reactive pool. Whoever reads them asks each row how the caller stands to it. */
@Singleton
class ReferralRows {

    /** Behind every due moment. */
    static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final String BY_IDS = ReferralRow.COLUMNS + "where r.id = any($2)";

    private static final String WANTED = """
              and ($2::text is null or r.status = $2)
              and ($3::bigint is null or (r.area_code >= $3 and r.area_code < (select code_end from area where code = $3)))
              and ($4::uuid is null or r.child_id = $4)
            """;

    /** By referral_area of each range, by referral_sender and by referral_receiver; newest first. */
    private static final String ALL = ReferralRow.COLUMNS + """
            where r.id in (
                select l.id from unnest($8::bigint[], $9::bigint[]) as f(lower, upper)
                join referral l on l.area_code >= f.lower and l.area_code < f.upper
                where l.lead_office = 'CIVIL_AFFAIRS'
                union
                select w.id from unnest($16::bigint[], $17::bigint[]) as f(lower, upper)
                join referral w on w.area_code >= f.lower and w.area_code < f.upper
                where w.lead_office = 'WOMENS_FEDERATION'
                union
                select c.id from unnest($10::bigint[], $11::bigint[]) as f(lower, upper)
                join referral c on c.area_code >= f.lower and c.area_code < f.upper
                where not c.restricted and c.child_id is not null
                union
                select m.id from unnest($12::bigint[], $13::bigint[]) as f(lower, upper)
                join referral m on m.area_code >= f.lower and m.area_code < f.upper
                where not m.restricted and m.person_ref is not null
                union
                select s.id from referral s where s.sender_appointment_id = any($14)
                union
                select t.id from appointment a join referral t on t.to_organisation_id = a.organisation_id where a.id = any($15))
            """ + WANTED + """
              and (r.sent_at, r.id) < ($5, $6)
            order by r.sent_at desc, r.id desc
            limit $7
            """;

    private static final String SENT = ReferralRow.COLUMNS + "where r.sender_appointment_id = any($8)\n" + WANTED + """
              and (r.sent_at, r.id) < ($5, $6)
            order by r.sent_at desc, r.id desc
            limit $7
            """;

    /** By referral_receiver. */
    private static final String RECEIVED = ReferralRow.COLUMNS + """
            where r.to_organisation_id = any(array(select organisation_id from appointment where id = any($8)))
            """ + WANTED + """
              and (coalesce(r.due_at, timestamptz '9999-12-31 00:00:00+00'), r.id) > ($5, $6)
            order by coalesce(r.due_at, timestamptz '9999-12-31 00:00:00+00'), r.id
            limit $7
            """;

    private final Clock clock;

    ReferralRows(Clock clock) {
        this.clock = clock;
    }

    /** Which of them. */
    record Wanted(
            @Nullable Box box,
            @Nullable ReferralStatus status,
            @Nullable AreaCode area,
            @Nullable UUID childId) {

        boolean isDueFirst() {
            return box == Box.RECEIVED;
        }
    }

    Uni<List<ReferralRow>> byIds(SqlClient client, Collection<UUID> ids) {
        return query(client, BY_IDS, Tuple.of(LocalDays.today(clock), ids.toArray(UUID[]::new)));
    }

    Uni<List<ReferralRow>> page(SqlClient client, Wanted wanted, Caller caller, Optional<Cursor> after, int rows) {
        UUID[] senders = posts(caller, Right.REFERRAL_LIST);
        UUID[] receivers = posts(caller, Right.REFERRAL_ANSWER);
        Tuple arguments = arguments(wanted, after, rows);
        if (wanted.box() == Box.SENT) {
            return query(client, SENT, arguments.addArrayOfUUID(senders));
        }
        if (wanted.box() == Box.RECEIVED) {
            return query(client, RECEIVED, arguments.addArrayOfUUID(receivers));
        }
        AreaRanges lead = caller.where(LeadOffice.CIVIL_AFFAIRS.right);
        AreaRanges women = caller.where(LeadOffice.WOMENS_FEDERATION.right);
        AreaRanges ofChildren = readers(caller, true);
        AreaRanges ofMembers = readers(caller, false);
        return query(
                client,
                ALL,
                arguments
                        .addArrayOfLong(lead.lower())
                        .addArrayOfLong(lead.upper())
                        .addArrayOfLong(ofChildren.lower())
                        .addArrayOfLong(ofChildren.upper())
                        .addArrayOfLong(ofMembers.lower())
                        .addArrayOfLong(ofMembers.upper())
                        .addArrayOfUUID(senders)
                        .addArrayOfUUID(receivers)
                        .addArrayOfLong(women.lower())
                        .addArrayOfLong(women.upper()));
    }

    private Tuple arguments(Wanted wanted, Optional<Cursor> after, int rows) {
        ReferralStatus status = wanted.status();
        AreaCode area = wanted.area();
        Instant first = wanted.isDueFirst() ? Instant.EPOCH : LAST;
        UUID firstId = wanted.isDueFirst() ? new UUID(0, 0) : new UUID(-1, -1);
        return Tuple.of(LocalDays.today(clock))
                .addString(status == null ? null : status.name())
                .addLong(area == null ? null : area.value())
                .addUUID(wanted.childId())
                .addOffsetDateTime(
                        after.map(cursor -> cursor.instant(0)).orElse(first).atOffset(ZoneOffset.UTC))
                .addUUID(after.map(cursor -> cursor.uuid(1)).orElse(firstId))
                .addInteger(rows);
    }

    private static UUID[] posts(Caller caller, Right right) {
        return caller.posts().stream()
                .filter(post -> post.has(right))
                .map(Post::appointmentId)
                .toArray(UUID[]::new);
    }

    private static AreaRanges readers(Caller caller, boolean ofChildren) {
        return caller.posts().stream()
                .filter(post -> Standing.reads(post, ofChildren))
                .map(Post::areas)
                .reduce(AreaRanges.NONE, AreaRanges::union);
    }

    private static Uni<List<ReferralRow>> query(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(ReferralRow::of)
                .toList());
    }
}
