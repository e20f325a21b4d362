package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;

/** Items of plans with their milestones, on the reactive client. */
@Singleton
class ItemRows {

    private static final String ITEMS = "select * from rectification_item where plan_id = $1 order by no";

    private static final String MILESTONES =
            "select * from rectification_milestone where plan_id = $1 order by item_no, no";

    private static final String CLEAR = "delete from rectification_item where plan_id = $1";

    private static final String INSERT = """
            insert into rectification_item (plan_id, no, item_type, problem, cause, measure, responsible_person, responsible_post,
                                            project_site, schedule, area_code, due_on)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """;

    private static final String INSERT_MILESTONE = """
            insert into rectification_milestone (plan_id, item_no, no, due_on, target, unit) values ($1, $2, $3, $4, $5, $6)
            """;

    private static final String REPORT = """
            update rectification_milestone set reported_on = $4, figure = $5 where plan_id = $1 and item_no = $2 and no = $3
            """;

    private static final String PLACES = """
            select a.code from area a join area l on l.code = $2
            where a.code = any($1) and a.code >= l.code and a.code < l.code_end
            """;

    private final Clock clock;

    ItemRows(Clock clock) {
        this.clock = clock;
    }

    Uni<List<Milestone>> milestones(SqlClient client, UUID plan) {
        return client.preparedQuery(MILESTONES).execute(Tuple.of(plan)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(Milestone::of)
                .toList());
    }

    /** @param named whether names are shown */
    Uni<List<Item>> of(SqlClient client, UUID plan, boolean named) {
        return milestones(client, plan)
                .map(all -> all.stream().collect(Collectors.groupingBy(Milestone::itemNo)))
                .chain(byItem -> client.preparedQuery(ITEMS)
                        .execute(Tuple.of(plan))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> Item.of(row, of(byItem, row.getInteger("no")), named))
                                .toList()));
    }

    private static List<Milestone> of(Map<Integer, List<Milestone>> byItem, int no) {
        return Objects.requireNonNull(byItem.getOrDefault(no, List.of()));
    }

    /** In place of those that were there. */
    Uni<Void> replace(SqlClient transaction, UUID plan, List<ItemForm> items) {
        List<Tuple> rows = new ArrayList<>();
        List<Tuple> milestones = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ItemForm item = items.get(i);
            AreaCode area = item.areaCode();
            rows.add(Tuple.of(plan, i + 1, item.itemType().name(), item.problem(), item.cause(), item.measure())
                    .addString(item.responsiblePerson())
                    .addString(item.responsiblePost())
                    .addString(item.projectSite())
                    .addString(item.schedule())
                    .addLong(area == null ? null : area.value())
                    .addLocalDate(item.dueOn()));
            for (int j = 0; j < item.milestones().size(); j++) {
                MilestoneForm one = item.milestones().get(j);
                milestones.add(Tuple.of(plan, i + 1, j + 1, one.dueOn(), one.target(), one.unit()));
            }
        }
        return transaction
                .preparedQuery(CLEAR)
                .execute(Tuple.of(plan))
                .chain(() -> transaction.preparedQuery(INSERT).executeBatch(rows))
                .chain(() -> transaction.preparedQuery(INSERT_MILESTONE).executeBatch(milestones))
                .replaceWithVoid();
    }

    Uni<Void> report(SqlClient transaction, UUID plan, MilestoneReport report) {
        return transaction
                .preparedQuery(REPORT)
                .execute(Tuple.of(plan, report.itemNo(), report.milestoneNo(), LocalDays.today(clock), report.figure()))
                .replaceWithVoid();
    }

    /** Those of the places of a plan that lie in an area. */
    Uni<Set<AreaCode>> places(SqlClient client, PlanForm form, AreaCode within) {
        Long[] asked = form.items().stream()
                .map(ItemForm::areaCode)
                .filter(Objects::nonNull)
                .map(AreaCode::value)
                .toArray(Long[]::new);
        return client.preparedQuery(PLACES)
                .execute(Tuple.of(asked, within.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new AreaCode(row.getLong("code")))
                        .collect(Collectors.toSet()));
    }
}
