package org.shouwang.monitoring.score;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(name = "ScoreRecord", description = "A commendation (通报表扬) or an interview (约谈) of a unit; never changed")
record ScoreRecordView(
        UUID id,
        int version,
        ScoreRecordKind kind,
        AreaCode areaCode,
        UUID unitId,
        String unitName,
        int year,
        String reason,
        LocalDate heldOn,
        @Nullable String docNo,
        @Nullable String agreed,
        @Nullable UUID letterId)
        implements Answers.Versioned {

    /** Of the record {@code x} and its unit {@code o}. */
    static final String COLUMNS = """
            x.id, x.kind, x.area_code, x.unit_id, o.name as unit_name, x.year, x.reason, x.held_on, x.doc_no, x.agreed, x.letter_id
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static ScoreRecordView of(Row row) {
        return new ScoreRecordView(
                row.getUUID("id"),
                0,
                ScoreRecordKind.valueOf(row.getString("kind")),
                new AreaCode(row.getLong("area_code")),
                row.getUUID("unit_id"),
                row.getString("unit_name"),
                row.getInteger("year"),
                row.getString("reason"),
                row.getLocalDate("held_on"),
                row.getString("doc_no"),
                row.getString("agreed"),
                row.getUUID("letter_id"));
    }
}
