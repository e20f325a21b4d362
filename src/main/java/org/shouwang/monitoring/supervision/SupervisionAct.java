package org.shouwang.monitoring.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;

/**
 * An act as it is stored.
 *
 * @param subject column of the record that it is done to
 * @param of the record
 */
record SupervisionAct(
        UUID id,
        Subject subject,
        UUID of,
        String kind,
        @Nullable String text,
        @Nullable LocalDate dueOn,
        @Nullable Integer itemNo,
        @Nullable Integer milestoneNo,
        @Nullable BigDecimal figure,
        @Nullable List<UUID> files,
        RequestHash hash) {

    /** To what it is done. */
    enum Subject {
        LETTER("letter_id"),
        PLAN("plan_id");

        private final String column;

        Subject(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    static SupervisionAct of(UUID letter, LetterAct act) {
        return new SupervisionAct(
                act.id(),
                Subject.LETTER,
                letter,
                act.kind().name(),
                act.text(),
                act.dueOn(),
                null,
                null,
                null,
                act.files(),
                RequestHash.of(act));
    }

    static SupervisionAct of(UUID plan, PlanAct act) {
        Optional<MilestoneReport> report = Optional.ofNullable(act.report());
        return new SupervisionAct(
                act.id(),
                Subject.PLAN,
                plan,
                act.kind().name(),
                act.text(),
                null,
                report.map(MilestoneReport::itemNo).orElse(null),
                report.map(MilestoneReport::milestoneNo).orElse(null),
                report.map(MilestoneReport::figure).orElse(null),
                null,
                RequestHash.of(act));
    }
}
