package org.shouwang.notification;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/push-failures")
@Authenticated
@Tag(name = "notifications", description = "收件箱")
class PushFailureResource {

    private final Authority authority;
    private final ListPushFailures failures;

    PushFailureResource(Authority authority, ListPushFailures failures) {
        this.authority = authority;
        this.failures = failures;
    }

    @GET
    @Operation(
            operationId = "listPushFailures",
            summary = "Pushes to workers of the administrator's area that no provider will ever take, newest first")
    public Uni<Page<PushFailureView>> list(@BeanParam @Valid PageQuery page) {
        ListPushFailures.After after = page.after(3)
                .map(cursor -> new ListPushFailures.After(cursor.instant(0), cursor.uuid(1), cursor.uuid(2)))
                .orElse(null);
        return authority
                .caller()
                .chain(caller -> failures.list(caller, after, page.limit() + 1))
                .map(Answers::value)
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        last -> Cursor.of(last.createdAt(), last.notificationId(), last.deviceId())));
    }
}
