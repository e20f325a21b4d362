package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.referral.SentReferrals;
import org.shouwang.protection.violence.ViolenceCaseView.StageLine;
import org.shouwang.protection.violence.ViolenceCaseView.TaskLine;

/** What belongs to some cases: a statement a kind, however many cases they are. */
@Singleton
class CaseParts {

    private static final String STAGES = """
            select s.*, o.name as organisation_name, h.referral_id
            from violence_stage s
            left join organisation o on o.id = s.organisation_id
            left join violence_hand_over h on h.case_id = s.case_id and h.stage = s.stage and h.over_at is null
            where s.case_id = any($1)
            """;
    private static final String ACTS = "select * from violence_act where case_id = any($1) order by created_at, id";
    private static final String LETTERS = "select " + PaperRow.AS_TEXT + """
             as paper, p.case_id from warning_letter p where p.case_id = any($1) order by p.issued_on, p.id
            """;
    private static final String ORDERS = "select " + PaperRow.AS_TEXT + """
             as paper, p.case_id from protection_order p where p.case_id = any($1) order by p.applied_on, p.id
            """;
    private static final String TASKS = """
            select v.case_id, coalesce(v.letter_id, v.order_id) as paper, t.id, t.due_on, t.status, t.done_at
            from violence_task v join task t on t.id = v.task_id
            where v.case_id = any($1)
            order by t.due_on, t.id
            """;

    private final SentReferrals referrals;
    private final Clock clock;

    CaseParts(SentReferrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    Uni<List<CaseRow>> of(SqlClient client, List<ViolenceCase> cases) {
        if (cases.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        UUID[] ids = cases.stream().map(one -> one.id).toArray(UUID[]::new);
        return by(client, CaseAccess.POSTS, ids, CaseParts::open)
                .chain(open -> stages(client, ids).chain(stages -> by(client, ACTS, ids, row -> row)
                        .chain(acts -> papers(client, ids, cases, open, stages, acts))));
    }

    private Uni<List<CaseRow>> papers(
            SqlClient client,
            UUID[] ids,
            List<ViolenceCase> cases,
            Map<UUID, List<CaseAccess.Open>> open,
            Map<UUID, List<StageLine>> stages,
            Map<UUID, List<Row>> acts) {
        return by(client, LETTERS, ids, row -> row).chain(letters -> by(client, ORDERS, ids, row -> row)
                .chain(orders -> by(client, TASKS, ids, CaseParts::task).map(tasks -> cases.stream()
                        .map(one -> new CaseRow(
                                one,
                                open.getOrDefault(one.id, List.of()),
                                stages.getOrDefault(one.id, List.of()),
                                acts.getOrDefault(one.id, List.of()),
                                letters.getOrDefault(one.id, List.of()),
                                orders.getOrDefault(one.id, List.of()),
                                tasks.getOrDefault(one.id, List.of())))
                        .toList())));
    }

    private Uni<Map<UUID, List<StageLine>>> stages(SqlClient client, UUID[] ids) {
        return client.preparedQuery(STAGES).execute(Tuple.of((Object) ids)).chain(rows -> {
            List<UUID> open = new ArrayList<>();
            rows.forEach(row -> {
                if (row.getUUID("referral_id") != null) {
                    open.add(row.getUUID("referral_id"));
                }
            });
            return referrals.due(client, open).map(due -> {
                Map<UUID, List<StageLine>> lines = new HashMap<>();
                rows.forEach(row -> lines.computeIfAbsent(row.getUUID("case_id"), id -> new ArrayList<>())
                        .add(stage(row, due, clock.instant())));
                lines.values().forEach(chain -> chain.sort(Comparator.comparing(StageLine::stage)));
                return lines;
            });
        });
    }

    private static StageLine stage(Row row, Map<UUID, Instant> due, Instant now) {
        UUID referral = row.getUUID("referral_id");
        Instant dueAt = referral == null ? null : due.get(referral);
        return new StageLine(
                ViolenceStage.valueOf(row.getString("stage")),
                StageStatus.valueOf(row.getString("status")),
                row.getUUID("organisation_id"),
                row.getString("organisation_name"),
                row.getOffsetDateTime("since").toInstant(),
                referral,
                dueAt,
                dueAt != null && dueAt.isBefore(now));
    }

    private static CaseAccess.Open open(Row row) {
        return new CaseAccess.Open(
                row.getUUID("case_id"), row.getUUID("appointment_id"), code(ViolenceStage.class, row, "stage"));
    }

    private static CaseRow.Task task(Row row) {
        OffsetDateTime done = row.getOffsetDateTime("done_at");
        return new CaseRow.Task(
                row.getUUID("paper"),
                new TaskLine(
                        row.getUUID("id"),
                        row.getLocalDate("due_on"),
                        row.getString("status"),
                        done == null ? null : done.toInstant()));
    }

    private static <T> Uni<Map<UUID, List<T>>> by(SqlClient client, String sql, UUID[] ids, Function<Row, T> reader) {
        return client.preparedQuery(sql).execute(Tuple.of((Object) ids)).map(rows -> {
            Map<UUID, List<T>> found = new HashMap<>();
            rows.forEach(row -> found.computeIfAbsent(row.getUUID("case_id"), id -> new ArrayList<>())
                    .add(reader.apply(row)));
            return found;
        });
    }

    static <E extends Enum<E>> @Nullable E code(Class<E> type, Row row, String column) {
        String code = row.getString(column);
        return code == null ? null : Enum.valueOf(type, code);
    }

    /** The order that an act is about; null where it is about none. */
    static @Nullable UUID orderOf(Row act) {
        return act.getUUID("order_id");
    }

    static byte @Nullable [] bytes(Row row, String column) {
        Buffer bytes = row.getBuffer(column);
        return bytes == null ? null : bytes.getBytes();
    }
}
