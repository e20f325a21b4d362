package org.shouwang.register.assessment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.register.assessment.AssessmentSealed.Screen;
import org.shouwang.register.assessment.LevelDecision.Standing;
import org.shouwang.register.child.Levels.Held;
import org.shouwang.register.child.RiskLevel;

/** Assessments, row by row, in the session of a use case that holds the child's file. */
@Singleton
class AssessmentRows {

    private static final String ONE = AssessmentJson.SELECT + "where r.id = $1) found";

    /** Those of one day as they were made; nobody reads further back. */
    private static final String OF_CHILD = AssessmentJson.SELECT
            + "where r.child_id = $1 order by r.assessed_on desc, r.made_at desc nulls last, r.recorded_at desc nulls last,"
            + " r.id limit 200) found";

    private static final String MADE = """
            select newest.assessed_on, newest.made_at, pending.assessed_on, pending.made_at, stands.set_at
            from (select cast($1 as uuid) as id) child
            left join lateral (
                select r.assessed_on, r.made_at from risk_assessment r where r.child_id = child.id and r.sets_level
                order by r.assessed_on desc, r.made_at desc nulls last limit 1) newest on true
            left join lateral (
                select r.assessed_on, r.made_at from risk_assessment r where r.child_id = child.id and r.state = 'PENDING'
                order by r.assessed_on desc, r.made_at desc nulls last limit 1) pending on true
            left join lateral (
                select max(r.set_at) as set_at from risk_assessment r where r.child_id = child.id and r.sets_level) stands on true
            """;

    private static final String OVERTAKE =
            "update risk_assessment set state = 'SUPERSEDED' where child_id = $1 and state = 'PENDING'";

    private static final String ASSESSMENT = """
            insert into risk_assessment (id, child_id, area_code, recorded_area_code, model_version, risk_level, assessed_on,
                                         assessor_appointment_id, state, sets_level, recorded_at, valid_until,
                                         made_at, set_at)
            values ($1, $2, $3, $12, $4, $5, $6, $7, $8, $9, $10, $11,
                    $13, case when $9 then cast($10 as timestamptz) end)
            """;

    private static final String ANSWERS = """
            insert into assessment_answers (assessment_id, emergency_cipher, item_scores, unknown_reasons_cipher, total_score,
                                            computed_level, override_level, override_reason_cipher, recorded_by, own_word)
            values ($1, $2, cast(cast($3 as text) as jsonb), $4, $5, $6, $7, $8, $9, $10)
            """;

    private static final String DECISION = """
            insert into assessment_decision (id, assessment_id, accepted, reason_cipher, appointment_id, request_hash,
                                             created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private static final String CONFIRM = """
            update risk_assessment set state = 'EFFECTIVE', sets_level = true, set_at = $4, risk_level = $2, valid_until = $3
            where id = $1
            """;

    private static final String REJECT = "update risk_assessment set state = 'REJECTED' where id = $1";

    private static final String DECIDED = "select assessment_id from assessment_decision where id = $1";

    private final AssessmentSealed sealed;

    AssessmentRows(AssessmentSealed sealed) {
        this.sealed = sealed;
    }

    /**
     * A new assessment.
     *
     * @param asked the request that it comes from
     * @param place where the child lived when it was assessed
     * @param incident the one that it opens; null without an emergency
     * @param validUntil null where it does not set the level
     */
    record New(
            AssessmentForm form,
            RequestHash asked,
            AreaCode place,
            Score score,
            LevelDecision decision,
            @Nullable UUID incident,
            UUID assessorAppointmentId,
            UUID author,
            Instant at,
            LevelDecision.Made made,
            @Nullable LocalDate validUntil) {

        /** While a lower level waits, what the answers say. */
        RiskLevel counted() {
            RiskLevel override = form.overrideLevel();
            boolean undecided =
                    decision.state() == AssessmentState.PENDING || decision.state() == AssessmentState.SUPERSEDED;
            return override == null || undecided ? score.level() : override;
        }
    }

    Uni<Optional<AssessmentRow>> find(UUID id) {
        return read(ONE, id).map(found -> found.stream().findFirst());
    }

    Uni<List<AssessmentRow>> ofChild(UUID child) {
        return read(OF_CHILD, child);
    }

    private Uni<List<AssessmentRow>> read(String sql, UUID id) {
        return SessionSql.rows(sql, id).map(rows -> rows.stream()
                .map(row -> AssessmentJson.read((String) Objects.requireNonNull(row[0]), sealed))
                .toList());
    }

    /** What a new assessment of the child meets. */
    Uni<Standing> standing(Held child) {
        return SessionSql.rows(MADE, child.id())
                .map(rows -> rows.get(0))
                .map(row -> new Standing(child.level(), made(row, 0), instant(row[4]), made(row, 2)));
    }

    private static LevelDecision.@Nullable Made made(@Nullable Object[] row, int column) {
        LocalDate on = (LocalDate) row[column];
        return on == null ? null : new LevelDecision.Made(on, instant(row[column + 1]));
    }

    private static @Nullable Instant instant(@Nullable Object at) {
        return at == null ? null : ((OffsetDateTime) at).toInstant();
    }

    private static @Nullable OffsetDateTime moment(LevelDecision.Made made) {
        return made.at() == null ? null : made.at().atOffset(ZoneOffset.UTC);
    }

    Uni<Void> write(New made, Held child) {
        AssessmentForm form = made.form();
        LevelDecision decision = made.decision();
        return (decision.overtakes()
                        ? SessionSql.update(OVERTAKE, child.id())
                        : Uni.createFrom().item(0))
                .chain(() -> SessionSql.update(
                        ASSESSMENT,
                        form.id(),
                        child.id(),
                        child.areaCode().value(),
                        form.modelVersion(),
                        made.counted().name(),
                        form.assessedOn(),
                        made.assessorAppointmentId(),
                        decision.state().name(),
                        decision.sets() != null,
                        made.at().atOffset(ZoneOffset.UTC),
                        made.validUntil(),
                        made.place().value(),
                        moment(made.made())))
                .chain(() -> answers(made, form))
                .replaceWithVoid();
    }

    private Uni<Integer> answers(New made, AssessmentForm form) {
        Map<String, String> reasons = form.reasons();
        String unknown = reasons.isEmpty() ? null : new JsonObject(Map.copyOf(reasons)).encode();
        Integer total = made.score().total();
        Map<String, Integer> scores = form.scores();
        boolean grave = made.score().level() == RiskLevel.CRITICAL;
        Screen screen = new Screen(
                form.emergencyAnswers(),
                made.incident(),
                AssessmentJson.hex(made.asked()),
                grave ? total : null,
                grave ? scores : Map.of());
        return SessionSql.update(
                ANSWERS,
                form.id(),
                Buffer.buffer(sealed.close(form.id(), screen)),
                grave ? "{}" : new JsonObject(Map.copyOf(scores)).encode(),
                bytes(sealed.close(AssessmentSealed.UNKNOWN_REASONS, form.id(), unknown)),
                grave ? null : total,
                made.score().level().name(),
                form.overrideLevel() == null ? null : form.overrideLevel().name(),
                bytes(sealed.close(AssessmentSealed.OVERRIDE_REASON, form.id(), form.overrideReason())),
                made.author(),
                made.decision().ownWord());
    }

    /** The assessment about which something was decided under this id. */
    Uni<Optional<UUID>> decidedBy(UUID decision) {
        return SessionSql.rows(DECIDED, decision).map(rows -> rows.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .findFirst());
    }

    Uni<Void> decide(AssessmentRow row, DecisionForm form, UUID appointmentId, UUID worker, Instant at) {
        return SessionSql.update(
                        DECISION,
                        form.id(),
                        row.id(),
                        form.accepted(),
                        bytes(sealed.close(AssessmentSealed.DECISION_REASON, form.id(), form.reason())),
                        appointmentId,
                        Buffer.buffer(form.hash().bytes()),
                        at.atOffset(ZoneOffset.UTC),
                        worker)
                .replaceWithVoid();
    }

    Uni<Void> confirm(AssessmentRow.Given given, UUID id, LocalDate validUntil, Instant at) {
        return SessionSql.update(CONFIRM, id, given.wanted().name(), validUntil, at.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    Uni<Void> reject(UUID id) {
        return SessionSql.update(REJECT, id).replaceWithVoid();
    }

    private static @Nullable Buffer bytes(byte @Nullable [] closed) {
        return closed == null ? null : Buffer.buffer(closed);
    }
}
