package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;

/** What a campaign's tasks (专项行动) add up to, for the room that runs it. Runs on the reactive pool; served by task_campaign. */
@Singleton
public class CampaignCounts {

    private static final String OPEN = "status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')";

    private static final String BY_AREA = """
            select area_code, count(*) as tasks,
                   count(*) filter (where status in ('DONE', 'CONFIRMED')) as done,
                   count(*) filter (where %1$s and due_on < $2) as overdue,
                   count(*) filter (where %1$s and assignee_appointment_id is null) as unassigned
            from task
            where rule = 'CAMPAIGN' and occurrence = $1 and status <> 'CANCELLED'
            group by area_code
            """.formatted(OPEN);

    private static final String LEFT_SINCE = """
            select distinct area_code from task
            where rule = 'CAMPAIGN' and occurrence = $1 and assignee_appointment_id is null and created_at >= $2 and %1$s
            """.formatted(OPEN);

    private static final String HOLDERS = """
            select assignee_appointment_id as holder, count(*) as tasks, min(due_on) as due_on
            from task
            where rule = 'CAMPAIGN' and occurrence = $1 and assignee_appointment_id > $2 and %1$s
            group by assignee_appointment_id order by assignee_appointment_id limit $3
            """.formatted(OPEN);

    private static final String DONE_BY = """
            select wanted.campaign, wanted.holder
            from unnest($1::uuid[], $2::uuid[]) as wanted(campaign, holder)
            where not exists (select from task
                              where rule = 'CAMPAIGN' and occurrence = cast(wanted.campaign as text)
                                and assignee_appointment_id = wanted.holder and %1$s)
            """.formatted(OPEN);

    private final Pool pool;

    CampaignCounts(Pool pool) {
        this.pool = pool;
    }

    /** How many tasks, cancelled ones left out. */
    public record Totals(int tasks, int done) {}

    /** The tasks of one area; {@code overdue} and {@code unassigned} are of the open ones. */
    public record AtArea(int tasks, int done, int overdue, int unassigned) {

        public static final AtArea NONE = new AtArea(0, 0, 0, 0);

        public AtArea plus(AtArea other) {
            return new AtArea(
                    tasks + other.tasks, done + other.done, overdue + other.overdue, unassigned + other.unassigned);
        }

        public int open() {
            return tasks - done;
        }
    }

    /** What a post has to do still. */
    public record ToDo(UUID holder, int tasks, LocalDate firstDueOn) {}

    /** A campaign and a post. */
    public record Held(UUID campaign, UUID holder) {}

    /** By the codes that the tasks stand at. */
    public Uni<Map<AreaCode, AtArea>> byArea(UUID campaign, LocalDate today) {
        return pool.preparedQuery(BY_AREA)
                .execute(Tuple.of(campaign.toString(), today))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> new AreaCode(row.getLong("area_code")),
                                row -> new AtArea(
                                        row.getInteger("tasks"),
                                        row.getInteger("done"),
                                        row.getInteger("overdue"),
                                        row.getInteger("unassigned")))));
    }

    /** Where tasks are nobody's that were made at this moment or later. */
    public Uni<Set<AreaCode>> leftSince(UUID campaign, Instant moment) {
        return pool.preparedQuery(LEFT_SINCE)
                .execute(Tuple.of(campaign.toString(), moment.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new AreaCode(row.getLong("area_code")))
                        .collect(Collectors.toSet()));
    }

    /** The next posts that hold open tasks, in the order of their ids. */
    public Uni<List<ToDo>> holders(UUID campaign, UUID after, int atMost) {
        return pool.preparedQuery(HOLDERS)
                .execute(Tuple.of(campaign.toString(), after, atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                new ToDo(row.getUUID("holder"), row.getInteger("tasks"), row.getLocalDate("due_on")))
                        .toList());
    }

    /** Those of the pairs where nothing is open any more. */
    public Uni<Set<Held>> doneBy(Collection<Held> wanted) {
        return pool.preparedQuery(DONE_BY)
                .execute(Tuple.of(
                        ids(wanted.stream().map(Held::campaign)),
                        ids(wanted.stream().map(Held::holder))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Held(row.getUUID("campaign"), row.getUUID("holder")))
                        .collect(Collectors.toSet()));
    }

    private static UUID[] ids(Stream<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
