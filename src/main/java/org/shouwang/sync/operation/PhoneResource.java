package org.shouwang.sync.operation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/sync/phones")
@Authenticated
@Tag(name = "sync")
class PhoneResource {

    private static final int CURSOR_PARTS = 3;

    private final Authority authority;
    private final PhoneRows phones;
    private final Clock clock;

    PhoneResource(Authority authority, PhoneRows phones, Clock clock) {
        this.authority = authority;
        this.phones = phones;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listWaitingPhones",
            summary =
                    "Phones of the area that have something to send still, in the order of the villages: for whoever helps")
    public Uni<Page<PhoneView>> list(@QueryParam("area") @Nullable AreaCode area, @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> caller.with(Right.PHONE_LIST)
                        .thenDo(able -> phones.waiting(
                                able.where(Right.PHONE_LIST),
                                area,
                                page.after(CURSOR_PARTS),
                                page.limit() + 1,
                                clock.instant())))
                .map(Answers::value)
                .map(rows -> Page.of(
                        rows, page.limit(), last -> Cursor.of(last.areaCode(), last.appointmentId(), last.deviceId())));
    }
}
