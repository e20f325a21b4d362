package org.shouwang.policy;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/calendars")
@Authenticated
@Tag(name = "calendars", description = "工作日历")
class CalendarResource {

    private final Authority authority;
    private final ImportCalendar importCalendar;
    private final ShowCalendar show;

    CalendarResource(Authority authority, ImportCalendar importCalendar, ShowCalendar show) {
        this.authority = authority;
        this.importCalendar = importCalendar;
        this.show = show;
    }

    @GET
    @Path("/{year}")
    @Operation(
            operationId = "getCalendar",
            summary = "The working days of a year where they differ from Monday to Friday",
            description =
                    "Those of the whole country, and with `at` those that the nearest area above the place adds. Any place may be asked for.")
    public Uni<CalendarView> get(
            @Min(2000) @Max(2200) int year,
            @QueryParam("at") @Parameter(description = "A place") @Nullable AreaCode at) {
        return authority.caller().chain(caller -> show.of(year, at));
    }

    /** Any content type: browsers on Windows call a CSV file application/vnd.ms-excel. */
    @POST
    @Path("/import")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "importCalendar",
            summary = "Replace the working days of a year by a list; the same list again changes nothing",
            description = """
                    CSV in UTF-8 or GB18030, as Excel saves it, with the columns day, working and name (日期, 是否上班, 名称): the \
                    days that a holiday notice of the State Council (国务院办公厅关于节假日安排的通知) names, of this year or the next. \
                    是否上班: 否 for a day off, 是 for a make-up day (调休). All of a year at once: what stood is replaced, in one \
                    transaction. A list with anything wrong changes nothing, and each line that is wrong is named as \
                    `lines[<number in the file>]`. Without `areaCode` it is the calendar of the whole country, which a post \
                    of the whole instance keeps; with it the days that a province, city or county adds.""")
    public Uni<CalendarReport> take(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte[] file,
            @QueryParam("areaCode") @Parameter(description = "Whose days they are") @Nullable AreaCode areaCode,
            @QueryParam("preview")
                    @DefaultValue("false")
                    @Parameter(description = "Say what the list would change, and change nothing")
                    boolean preview) {
        return authority
                .caller()
                .chain(caller -> importCalendar.take(file, new ImportCalendar.Wanted(areaCode, preview), caller))
                .map(Answers::value);
    }
}
