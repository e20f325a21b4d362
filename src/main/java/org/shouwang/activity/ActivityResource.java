package org.shouwang.activity;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.record.Races;

@Path("/api/v1/activities")
@Authenticated
@Tag(name = "activities", description = "活动")
class ActivityResource {

    private final Authority authority;
    private final RecordActivity record;
    private final FindActivities find;
    private final CountActivities count;

    ActivityResource(Authority authority, RecordActivity record, FindActivities find, CountActivities count) {
        this.authority = authority;
        this.record = record;
        this.find = find;
        this.count = count;
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "putActivity", summary = "Records an activity; repeating it changes nothing")
    @APIResponseSchema(value = ActivityView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ActivityForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> record.record(id, form, caller)))
                .map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getActivity", summary = "One activity")
    @APIResponseSchema(value = ActivityView.class, responseCode = "200")
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Path("/statistics")
    @Operation(
            operationId = "getActivityStatistics",
            summary =
                    "Sessions, person-times and distinct registered children of the activities that started on the days"
                            + " from `from` to `to`, in all and by theme")
    @APIResponseSchema(value = ActivityStatisticsView.class, responseCode = "200")
    public Uni<ActivityStatisticsView> statistics(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        return authority
                .caller()
                .chain(caller -> count.of(FindActivities.wanted(area, from, to), caller))
                .map(Answers::value);
    }

    @GET
    @Operation(
            operationId = "listActivities",
            summary = "The activities that started on the days from `from` to `to`, by area, in each the newest first")
    public Uni<Page<ActivityView>> list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(FindActivities.wanted(area, from, to), page.after(3), page.limit(), caller))
                .map(rows -> Page.of(
                        Answers.value(rows),
                        page.limit(),
                        last -> Cursor.of(last.areaCode(), last.startedAt(), last.id())));
    }
}
