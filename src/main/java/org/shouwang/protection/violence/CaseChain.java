package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.SessionSql;

/** The stages of a case and to whom they were handed, row by row, in the session of a use case that holds the case. */
@Singleton
class CaseChain {

    private static final String OF = """
            select s.stage, s.status, s.organisation_id, s.since, h.referral_id, h.status_before, h.organisation_before
            from violence_stage s
            left join violence_hand_over h on h.case_id = s.case_id and h.stage = s.stage and h.over_at is null
            where s.case_id = $1
            """;
    private static final String PUT = """
            insert into violence_stage (case_id, stage, status, organisation_id, since) values ($1, $2, $3, $4, $5)
            on conflict (case_id, stage) do update
            set status = excluded.status, organisation_id = excluded.organisation_id, since = excluded.since
            """;
    private static final String HAND = """
            insert into violence_hand_over (referral_id, case_id, stage, organisation_id, status_before, organisation_before, at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String OVER =
            "update violence_hand_over set over_at = $2 where referral_id = $1 and over_at is null";
    private static final String REFERRALS = "select referral_id from violence_hand_over where case_id = $1";
    private static final String OF_REFERRAL = """
            select h.case_id, h.stage, a.kind = 'HAND_ON'
            from violence_hand_over h join violence_act a on a.id = h.referral_id
            where h.referral_id = $1 and h.over_at is null
            """;

    /**
     * A stage of a case.
     *
     * @param handedOn whether an agency handed it over
     */
    record Place(UUID caseId, ViolenceStage stage, boolean handedOn) {}

    Uni<Chain> of(UUID caseId) {
        return SessionSql.rows(OF, caseId)
                .map(rows -> new Chain(rows.stream()
                        .map(CaseChain::link)
                        .sorted(Comparator.comparing(Link::stage))
                        .toList()));
    }

    private static Link link(@Nullable Object[] row) {
        return new Link(
                ViolenceStage.valueOf((String) Objects.requireNonNull(row[0])),
                StageStatus.valueOf((String) Objects.requireNonNull(row[1])),
                (UUID) row[2],
                ((OffsetDateTime) Objects.requireNonNull(row[3])).toInstant(),
                handed(row));
    }

    private static Link.@Nullable Handed handed(@Nullable Object[] row) {
        UUID referral = (UUID) row[4];
        return referral == null
                ? null
                : new Link.Handed(
                        referral, StageStatus.valueOf((String) Objects.requireNonNull(row[5])), (UUID) row[6]);
    }

    /** Writes what differs. */
    Uni<Void> write(UUID caseId, List<Link> before, Chain now) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Link link : now.links()) {
            if (!before.contains(link)) {
                written = written.chain(() -> put(caseId, link));
            }
        }
        return written;
    }

    private static Uni<Void> put(UUID caseId, Link link) {
        return SessionSql.update(
                        PUT, caseId, link.stage().name(), link.status().name(), link.organisationId(), at(link.since()))
                .replaceWithVoid();
    }

    /** From now on an agency has it; no other can (unique index). */
    Uni<Void> hand(UUID caseId, Link to) {
        Link.Handed handed = Objects.requireNonNull(to.handed());
        return SessionSql.update(
                        HAND,
                        handed.referral(),
                        caseId,
                        to.stage().name(),
                        to.organisationId(),
                        handed.before().name(),
                        handed.agencyBefore(),
                        at(to.since()))
                .replaceWithVoid();
    }

    /** All referrals by which its stages were ever handed over. */
    Uni<List<UUID>> referrals(UUID caseId) {
        return SessionSql.rows(REFERRALS, caseId).map(rows -> rows.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .toList());
    }

    /** The agency has it no more. */
    Uni<Void> over(UUID referral, Instant at) {
        return SessionSql.update(OVER, referral, at(at)).replaceWithVoid();
    }

    /** Which stage was handed over by this referral, while that is not over. */
    Uni<Optional<Place>> handedBy(UUID referral) {
        return SessionSql.rows(OF_REFERRAL, referral).map(rows -> rows.stream()
                .findFirst()
                .map(row -> new Place(
                        (UUID) Objects.requireNonNull(row[0]),
                        ViolenceStage.valueOf((String) Objects.requireNonNull(row[1])),
                        (Boolean) Objects.requireNonNull(row[2]))));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
