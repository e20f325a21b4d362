package org.shouwang.task.campaign;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.PageQuery;

/** Which campaigns a list shows, as a {@code @BeanParam}. */
class CampaignQuery extends PageQuery {

    private static final Cursor START = Cursor.of(LocalDate.of(9999, 12, 31), new UUID(-1, -1));

    @QueryParam("area")
    @Parameter(description = "Those that hold somewhere in this area")
    @Nullable
    AreaCode area;

    @QueryParam("status")
    @Parameter(description = "Those that stand there today")
    @Nullable
    CampaignStatus status;

    CampaignRows.Wanted wanted() {
        Cursor after = after(2).orElse(START);
        return new CampaignRows.Wanted(area, status, after.part(0, LocalDate::parse), after.uuid(1), limit() + 1);
    }

    static Cursor key(CampaignView last) {
        return Cursor.of(last.startOn(), last.id());
    }
}
