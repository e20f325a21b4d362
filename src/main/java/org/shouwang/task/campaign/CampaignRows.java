package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;

/** Campaigns on the reactive client. */
@Singleton
class CampaignRows {

    private static final String SELECT = "select " + StoredCampaign.COLUMNS + "from campaign k\n";

    /** Whether the campaign holds anywhere in the scope $2, $3. Served by campaign_range. */
    private static final String SEEN = """
            exists (select from campaign_range r join unnest($2::bigint[], $3::bigint[]) as s(lower, upper)
                                  on r.codes && int8range(s.lower, s.upper)
                    where r.campaign_id = k.id)
            """;

    private static final String BY_ID = SELECT + "where k.id = $1";

    private static final String LOCKED = BY_ID + " for no key update";

    private static final String VISIBLE = BY_ID + " and " + SEEN;

    /** The newest first. */
    private static final String LIST =
            SELECT + "where " + SEEN.replace("$2", "$1").replace("$3", "$2") + """
              and (k.start_on, k.id) < ($3, $4)
              and ($5::bigint is null or exists (
                  select from campaign_range r join area a on a.code = $5 and r.codes && int8range(a.code, a.code_end)
                  where r.campaign_id = k.id))
              and ($6::text is null or $6 = case when k.closed_at is not null then 'CLOSED' when $7 < k.start_on then 'PLANNED'
                                                 when $7 > k.end_on then 'ENDED' else 'RUNNING' end)
            order by k.start_on desc, k.id desc
            limit $8
            """;

    private static final String INSERT = """
            insert into campaign (id, name, kind, season, theme_code, area_codes, subject_type, category_codes, risk_levels, age_from,
                                  age_to, start_on, end_on, task_type, task_title, task_priority, task_days, organisation_id,
                                  organiser_appointment_id, organiser_role, request_hash, created_at, created_by, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $22)
            """;

    private static final String RANGES = """
            insert into campaign_range (campaign_id, codes)
            select $1, int8range(r.lower, r.upper) from unnest($2::bigint[], $3::bigint[]) as r(lower, upper)
            """;

    private static final String RANGES_OF = """
            select lower(codes) as lower, upper(codes) as upper from campaign_range where campaign_id = $1 order by codes
            """;

    private static final String ORGANISATION = "select exists (select from organisation where id = $1) as found";

    private final Clock clock;

    CampaignRows(Clock clock) {
        this.clock = clock;
    }

    /** What a list asks for; all where it is null. */
    record Wanted(
            @Nullable AreaCode area, @Nullable CampaignStatus status, LocalDate before, UUID beforeId, int rows) {}

    Uni<Optional<StoredCampaign>> find(SqlClient client, UUID id) {
        return client.preparedQuery(BY_ID).execute(Tuple.of(id)).map(CampaignRows::first);
    }

    /** Held against every other change until the transaction ends. */
    Uni<Optional<StoredCampaign>> locked(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(LOCKED).execute(Tuple.of(id)).map(CampaignRows::first);
    }

    /** Refused with 404 where it holds nowhere in the scope. */
    Uni<Result<StoredCampaign>> visible(SqlClient client, UUID id, AreaRanges scope) {
        return client.preparedQuery(VISIBLE)
                .execute(Tuple.of(id, scope.lower(), scope.upper()))
                .map(rows -> first(rows).map(Result::ok).orElseGet(() -> Result.refused(Problem.NOT_FOUND)));
    }

    Uni<List<StoredCampaign>> list(SqlClient client, AreaRanges scope, Wanted wanted, LocalDate today) {
        Tuple arguments = Tuple.of(scope.lower(), scope.upper(), wanted.before(), wanted.beforeId())
                .addLong(wanted.area() == null ? null : wanted.area().value())
                .addString(wanted.status() == null ? null : wanted.status().name())
                .addLocalDate(today)
                .addInteger(wanted.rows());
        return client.preparedQuery(LIST).execute(arguments).map(rows -> campaigns(rows)
                .toList());
    }

    Uni<AreaRanges> ranges(SqlClient client, UUID id) {
        return client.preparedQuery(RANGES_OF).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> AreaRanges.of(row.getLong("lower"), row.getLong("upper")))
                .reduce(AreaRanges.NONE, AreaRanges::union));
    }

    Uni<Boolean> isOrganisation(SqlClient client, UUID id) {
        return client.preparedQuery(ORGANISATION)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getBoolean("found"));
    }

    Uni<Void> insert(SqlClient transaction, UUID id, CampaignForm form, AreaRanges ranges, Caller caller, Post post) {
        SubjectFilter filter = form.subjectFilter();
        TaskTemplate template = form.taskTemplate();
        Tuple row = Tuple.of(id, form.name(), form.kind().name(), form.season().name())
                .addString(form.themeCode() == null ? null : form.themeCode().name())
                .addArrayOfLong(form.areaScope().stream().map(AreaCode::value).toArray(Long[]::new))
                .addString(form.subjectType().name())
                .addArrayOfString(names(filter.categories()))
                .addArrayOfString(names(filter.levels()))
                .addInteger(filter.ageFrom())
                .addInteger(filter.ageTo())
                .addLocalDate(form.startOn())
                .addLocalDate(form.endOn())
                .addString(template.type().name())
                .addString(CampaignRules.title(form, post))
                .addString(template.priority().name())
                .addInteger(template.days())
                .addUUID(form.organisationId())
                .addUUID(post.appointmentId())
                .addString(post.role().name())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addOffsetDateTime(now())
                .addUUID(caller.workerId());
        return transaction
                .preparedQuery(INSERT)
                .execute(row)
                .chain(() -> transaction.preparedQuery(RANGES).execute(Tuple.of(id, ranges.lower(), ranges.upper())))
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String[] names(List<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Optional<StoredCampaign> first(RowSet<Row> rows) {
        return campaigns(rows).findFirst();
    }

    private static Stream<StoredCampaign> campaigns(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(StoredCampaign::of);
    }
}
