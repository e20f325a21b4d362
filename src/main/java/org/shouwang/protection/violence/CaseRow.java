package org.shouwang.protection.violence;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.protection.violence.ViolenceCaseView.StageLine;
import org.shouwang.protection.violence.ViolenceCaseView.TaskLine;

/** A case as the reactive pool reads it, with all that belongs to it; its texts are still closed. */
record CaseRow(
        ViolenceCase of,
        List<CaseAccess.Open> open,
        List<StageLine> stages,
        List<Row> acts,
        List<Row> letters,
        List<Row> orders,
        List<Task> tasks) {

    /** A task of a letter or of an order. */
    record Task(UUID paper, TaskLine line) {}

    CaseStanding standing(Caller caller) {
        return CaseStanding.of(caller, CaseAccess.Open.access(of, open));
    }

    @Override
    public String toString() {
        return "***";
    }
}
