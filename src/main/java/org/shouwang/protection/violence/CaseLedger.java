package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.DoneBefore;
import org.shouwang.protection.SealedTexts;

/** What was done in a case, row by row, in the session of a use case. Nothing here is changed later. */
@Singleton
class CaseLedger {

    private static final String WRITE = """
            insert into violence_act (id, case_id, kind, stage, status, organisation_id, order_id, reported_to, told,
                                      about_appointment_id, at, note_cipher, appointment_id, request_hash, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """;
    private static final String DONE =
            "select kind, encode(request_hash, 'hex'), case_id, created_by from violence_act where id = $1";

    private final SealedTexts texts;
    private final Clock clock;

    CaseLedger(SealedTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** Who does something, under which post. */
    record By(UUID workerId, UUID appointmentId) {}

    /**
     * Something that was done.
     *
     * @param stage with its status and agency, where it is about one
     * @param about the post that it names
     */
    record Entry(
            UUID id,
            CaseAct.Kind kind,
            @Nullable Link stage,
            @Nullable Breach breach,
            @Nullable UUID about,
            Instant at,
            @Nullable String note,
            RequestHash hash) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * A protection order that was not kept.
     *
     * @param told how many posts were told of it
     */
    record Breach(UUID orderId, List<String> reportedTo, int told) {}

    Uni<Void> write(UUID caseId, Entry entry, By by) {
        Link stage = entry.stage();
        Breach breach = entry.breach();
        return SessionSql.update(
                        WRITE,
                        entry.id(),
                        caseId,
                        entry.kind().name(),
                        stage == null ? null : stage.stage().name(),
                        stage == null ? null : stage.status().name(),
                        stage == null ? null : stage.organisationId(),
                        breach == null ? null : breach.orderId(),
                        breach == null ? null : breach.reportedTo().toArray(String[]::new),
                        breach == null ? null : breach.told(),
                        entry.about(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        CaseRepository.bytes(texts.closed(ViolenceSealed.NOTE, entry.id(), entry.note())),
                        by.appointmentId(),
                        Buffer.buffer(entry.hash().bytes()),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by.workerId())
                .replaceWithVoid();
    }

    /** What was done under this id before. */
    Uni<Optional<DoneBefore>> done(UUID act) {
        return DoneBefore.read(DONE, act);
    }
}
