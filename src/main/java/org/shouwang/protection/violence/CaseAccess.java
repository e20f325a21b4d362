package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.violence.CaseStanding.Access;

/** To whom a case is open, in the session of a use case. */
@Singleton
class CaseAccess {

    /**
     * A row for each post to which one of the cases is open whole, and for each officer of an agency and stage of an open case.
     * Who reads pages asks the same.
     */
    static final String POSTS = """
            select g.case_id, g.appointment_id, null as stage from violence_grant g where g.case_id = any($1) and g.revoked_at is null
            union all
            select s.case_id, a.id, s.stage
            from violence_stage s
            join violence_case c on c.id = s.case_id and c.closed_at is null
            join appointment a on a.organisation_id = s.organisation_id and a.role_code = 'AGENCY_OFFICER'
            where s.case_id = any($1) and a.status <> 'ENDED'
            """;

    private static final String GIVE = """
            insert into violence_grant (case_id, appointment_id, how, granted_at) values ($1, $2, $3, $4)
            on conflict (case_id, appointment_id) do update
            set how = excluded.how, granted_at = excluded.granted_at, revoked_at = null
            where violence_grant.revoked_at is not null or excluded.how = 'GIVEN'
            """;
    private static final String REVOKE = """
            update violence_grant set revoked_at = $4
            where case_id = $1 and appointment_id = $2 and revoked_at is null and ($3::text is null or how = $3)
            """;
    private static final String OFFICERS = """
            select a.id from violence_stage s
            join appointment a on a.organisation_id = s.organisation_id and a.role_code = 'AGENCY_OFFICER'
            where s.case_id = $1 and s.stage = $2 and a.status <> 'ENDED'
            """;

    private final Clock clock;

    CaseAccess(Clock clock) {
        this.clock = clock;
    }

    /** Why a post sees a case whole. */
    enum How {
        AUTHOR,
        RESPONSIBLE,
        GIVEN
    }

    /**
     * A post to which a case is open.
     *
     * @param stage the stage of its agency; null where the case is open to it whole
     */
    record Open(UUID caseId, UUID appointmentId, @Nullable ViolenceStage stage) {

        static Access access(ViolenceCase of, List<Open> posts) {
            Set<UUID> readers = new HashSet<>();
            Map<UUID, Set<ViolenceStage>> agencies = new HashMap<>();
            posts.forEach(post -> {
                if (post.stage() == null) {
                    readers.add(post.appointmentId());
                } else {
                    agencies.computeIfAbsent(post.appointmentId(), id -> EnumSet.noneOf(ViolenceStage.class))
                            .add(post.stage());
                }
            });
            return new Access(of.areaCode, of.victim(), of.responsibleAppointmentId, readers, agencies);
        }
    }

    Uni<CaseStanding> standing(ViolenceCase of, Caller caller) {
        return SessionSql.rows(POSTS, (Object) new UUID[] {of.id})
                .map(rows -> rows.stream().map(CaseAccess::open).toList())
                .map(posts -> CaseStanding.of(caller, Open.access(of, posts)));
    }

    private static Open open(@Nullable Object[] row) {
        String stage = (String) row[2];
        return new Open(
                (UUID) Objects.requireNonNull(row[0]),
                (UUID) Objects.requireNonNull(row[1]),
                stage == null ? null : ViolenceStage.valueOf(stage));
    }

    Uni<Void> give(ViolenceCase of, UUID appointment, How how) {
        return SessionSql.update(
                        GIVE, of.id, appointment, how.name(), clock.instant().atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    /** The post sees it no more. */
    Uni<Void> revoke(ViolenceCase of, UUID appointment) {
        return revoke(of, appointment, null);
    }

    /** The post that answered for it sees it no more, unless it is its author or the lead has opened it. */
    Uni<Void> leave(ViolenceCase of, UUID appointment) {
        return revoke(of, appointment, How.RESPONSIBLE);
    }

    private Uni<Void> revoke(ViolenceCase of, UUID appointment, @Nullable How how) {
        return SessionSql.update(
                        REVOKE,
                        of.id,
                        appointment,
                        how == null ? null : how.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    /** Who works for the agency that has a stage. */
    Uni<List<UUID>> officers(UUID caseId, ViolenceStage stage) {
        return SessionSql.rows(OFFICERS, caseId, stage.name()).map(rows -> rows.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .toList());
    }
}
