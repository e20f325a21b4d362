package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;
import org.shouwang.platform.http.Messages;

/** The caller's own inbox in the change feed, in Chinese: what is kept on a phone is kept in one language. */
@Singleton
class NotificationFeed implements ChangeFeed {

    static final String KIND = "notification";

    private final InboxRows inbox;
    private final NoticeTexts texts;

    NotificationFeed(InboxRows inbox, NoticeTexts texts) {
        this.inbox = inbox;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "Notification";
    }

    @Override
    public Optional<Right> right() {
        return Optional.empty();
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return inbox.byIds(caller.workerId(), ids).map(entries -> entries.stream()
                .collect(Collectors.toMap(InboxRows.Entry::id, entry -> texts.view(entry, Messages.CHINESE))));
    }
}
