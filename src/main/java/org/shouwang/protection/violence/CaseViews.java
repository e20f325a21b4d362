package org.shouwang.protection.violence;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.platform.LocalDays;
import org.shouwang.protection.CodeArray;
import org.shouwang.protection.SealedTexts;
import org.shouwang.protection.violence.CaseAct.Kind;
import org.shouwang.protection.violence.OrderCodes.BreachReportedTo;
import org.shouwang.protection.violence.ViolenceCaseView.ActLine;
import org.shouwang.protection.violence.ViolenceCaseView.BreachLine;
import org.shouwang.protection.violence.ViolenceCaseView.LetterLine;
import org.shouwang.protection.violence.ViolenceCaseView.OrderLine;
import org.shouwang.protection.violence.ViolenceCaseView.StageLine;
import org.shouwang.protection.violence.ViolenceCaseView.TaskLine;

/** Shows a case as somebody may see it, with its texts opened. */
@Singleton
class CaseViews {

    private final SealedTexts texts;
    private final OrderDates dates;

    CaseViews(SealedTexts texts, OrderDates dates) {
        this.texts = texts;
        this.dates = dates;
    }

    ViolenceCaseView of(CaseRow row, CaseStanding standing) {
        ViolenceCase of = row.of();
        boolean whole = standing.seesWhole();
        boolean papers = standing.seesPapers();
        return new ViolenceCaseView(
                of.id,
                of.version,
                of.areaCode,
                whole ? of.victimChildId : null,
                whole ? of.victimMemberId : null,
                whole ? of.incidentId : null,
                whole ? texts.opened(ViolenceSealed.WISH, of.id, of.victimWishCipher) : null,
                whole ? of.authorAppointmentId : null,
                whole ? of.responsibleAppointmentId : null,
                of.closedAt,
                row.stages().stream().map(line -> shown(line, standing)).toList(),
                row.acts().stream()
                        .filter(act -> CaseParts.orderOf(act) == null)
                        .filter(act -> whole || standing.colleagues().contains(act.getUUID("appointment_id")))
                        .map(this::act)
                        .toList(),
                papers ? row.letters().stream().map(one -> letter(one, row)).toList() : List.of(),
                papers ? row.orders().stream().map(one -> order(one, row)).toList() : List.of(),
                of.createdAt,
                of.updatedAt);
    }

    /** By which referral another agency was asked, is that one's. */
    private static StageLine shown(StageLine line, CaseStanding standing) {
        return standing.seesWhole() || standing.stages().contains(line.stage()) ? line : line.withoutReferral();
    }

    private ActLine act(Row row) {
        UUID id = row.getUUID("id");
        return new ActLine(
                id,
                Kind.valueOf(row.getString("kind")),
                CaseParts.code(ViolenceStage.class, row, "stage"),
                CaseParts.code(StageStatus.class, row, "status"),
                row.getUUID("organisation_id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("appointment_id"),
                row.getUUID("about_appointment_id"),
                texts.opened(ViolenceSealed.NOTE, id, CaseParts.bytes(row, "note_cipher")));
    }

    private LetterLine letter(Row kept, CaseRow row) {
        WarningLetter letter = PaperRow.letter(paper(kept), texts);
        return new LetterLine(
                letter.id(),
                letter.letterNo(),
                letter.issuedOn(),
                letter.villageNotifiedOn(),
                letter.mistaken(),
                tasks(letter.id(), row));
    }

    private OrderLine order(Row kept, CaseRow row) {
        ProtectionOrder order = PaperRow.order(paper(kept), texts);
        return new OrderLine(
                order.id(),
                order.extendsId(),
                order.appliedOn(),
                order.acceptedAt(),
                order.appliedBy(),
                order.urgent(),
                dates.looks(order, 1).get(OrderDates.Look.DECISION),
                order.refusedOn(),
                order.orderNo(),
                order.measures(),
                order.validFrom(),
                order.validTo(),
                order.servedOn(),
                order.endedOn(),
                order.mistaken(),
                row.acts().stream()
                        .filter(act -> order.id().equals(CaseParts.orderOf(act)))
                        .map(this::breach)
                        .toList(),
                tasks(order.id(), row));
    }

    private BreachLine breach(Row row) {
        UUID id = row.getUUID("id");
        String text = texts.opened(ViolenceSealed.NOTE, id, CaseParts.bytes(row, "note_cipher"));
        return new BreachLine(
                id,
                LocalDays.of(row.getOffsetDateTime("at").toInstant()),
                Objects.requireNonNull(text),
                Objects.requireNonNull(CodeArray.read(BreachReportedTo.class, row.getArrayOfStrings("reported_to"))),
                row.getInteger("told"));
    }

    private static List<TaskLine> tasks(UUID paper, CaseRow row) {
        return row.tasks().stream()
                .filter(task -> task.paper().equals(paper))
                .map(CaseRow.Task::line)
                .toList();
    }

    private static JsonObject paper(Row row) {
        return new JsonObject(Objects.requireNonNull(row.getString("paper")));
    }
}
