package org.shouwang.notification;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
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
    private final MarkRead markRead;
    private final NoticeTexts texts;
    private final FollowInbox stream;
    private final CurrentIdentityAssociation identity;
    private final Clock clock;

    NotificationResource(
            Authority authority,
            InboxRows inbox,
            MarkRead markRead,
            NoticeTexts texts,
            FollowInbox stream,
            CurrentIdentityAssociation identity,
            Clock clock) {
        this.authority = authority;
        this.stream = stream;
        this.identity = identity;
        this.inbox = inbox;
        this.markRead = markRead;
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
                .chain(caller -> markRead.one(caller, id, clock.instant())
                        .chain(read -> inbox.byIds(caller.workerId(), List.of(id))))
                .map(found -> found.stream().findFirst().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)))
                .map(entry -> texts.view(entry, locale));
    }

    @POST
    @Path("/{id}/read-up-to")
    @Operation(
            operationId = "readNotificationsUpTo",
            summary = "Mark this row of the caller's inbox and all older ones as read; repeating is fine")
    public Uni<ReadView> readUpTo(UUID id) {
        return authority
                .caller()
                .chain(caller -> markRead.upTo(caller, id, clock.instant()))
                .map(read -> new ReadView(read.orElseThrow(() -> new ProblemException(Problem.NOT_FOUND))
                        .rows()));
    }

    @GET
    @Path("/unread")
    @Operation(
            operationId = "countUnreadNotifications",
            summary = "How many rows of the caller's inbox are not read yet, counted up to 1000")
    public Uni<UnreadView> unread() {
        return authority
                .caller()
                .chain(caller -> inbox.unread(caller.workerId()))
                .map(UnreadView::new);
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamNotifications",
            summary = "What comes into the caller's inbox, as server-sent events, until the access token ends",
            description =
                    "An event holds ids and codes only; read the inbox for the rest. `Last-Event-ID` goes on behind"
                            + " that event without a gap; without it the stream begins now. A comment comes every 15 seconds. A"
                            + " caller who is refused after the answer has begun gets an event `problem` with its `type`.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StreamEvent.News.class)))
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") @Parameter(description = "The id of the last event that was seen") @Nullable
                    String lastEventId,
            @Context Sse sse) {
        return stream.follow(authority.caller(), lastEventId, tokenEndsAt(), sse);
    }

    private Uni<Long> tokenEndsAt() {
        return identity.getDeferredIdentity()
                .map(SecurityIdentity::getPrincipal)
                .map(signedIn -> ((JsonWebToken) signedIn).getExpirationTime());
    }

    /** How many rows are read now that were not. */
    @Schema(name = "NotificationsRead")
    record ReadView(int read) {}

    /** How many rows are not read yet. */
    @Schema(name = "NotificationsUnread")
    record UnreadView(
            @Schema(description = "1000 stands for 1000 and more")
            int unread) {}
}
