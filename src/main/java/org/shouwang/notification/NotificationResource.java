package org.shouwang.notification;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;

@Path("/api/v1/notifications")
@Authenticated
@Tag(name = "notifications", description = "收件箱")
class NotificationResource {

    private final Authority authority;
    private final InboxRows inbox;
    private final NoticeTexts texts;
    private final Clock clock;

    NotificationResource(Authority authority, InboxRows inbox, NoticeTexts texts, Clock clock) {
        this.authority = authority;
        this.inbox = inbox;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listNotifications", summary = "The caller's own inbox, newest first")
    public Uni<Page<NotificationView>> list(
            @QueryParam("unread") @DefaultValue("false") @Parameter(description = "Only what is not read yet")
                    boolean unread,
            @BeanParam @Valid PageQuery page,
            @Context HttpHeaders headers) {
        InboxRows.After after = page.after(2)
                .map(cursor -> new InboxRows.After(cursor.instant(0), cursor.uuid(1)))
                .orElse(null);
        Locale locale = Messages.preferred(headers.getAcceptableLanguages());
        return authority
                .caller()
                .chain(caller -> inbox.newestFirst(caller.workerId(), unread, after, page.limit() + 1))
                .map(rows ->
                        rows.stream().map(entry -> texts.view(entry, locale)).toList())
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.createdAt(), last.id())));
    }

    @POST
    @Path("/{id}/read")
    @Operation(
            operationId = "readNotification",
            summary = "Mark a row of the caller's inbox as read; repeating is fine")
    public Uni<NotificationView> read(UUID id, @Context HttpHeaders headers) {
        Locale locale = Messages.preferred(headers.getAcceptableLanguages());
        return authority
                .caller()
                .chain(caller -> inbox.read(caller.workerId(), caller.number(), id, clock.instant()))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)))
                .map(entry -> texts.view(entry, locale));
    }
}
