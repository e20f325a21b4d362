package org.shouwang.notification;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.gateway.PushMessage;
import org.shouwang.notification.gateway.PushTarget;
import org.shouwang.platform.http.Messages;

/**
 * The words of notices, from the message bundles. The only values that a text can take are the due day and numbers, and a push takes
 * none but how many notices it stands for: no name, place or reason can slip in.
 */
@Singleton
class NoticeTexts {

    /** The type of a push that stands for notices of different events; in the inbox there is no such event. */
    static final String SEVERAL = "several";

    private final Messages messages;

    NoticeTexts(Messages messages) {
        this.messages = messages;
    }

    NotificationView view(InboxRows.Entry entry, Locale locale) {
        return new NotificationView(
                entry.id(),
                entry.event(),
                text(locale, "notice", entry.event(), "title"),
                text(
                        locale,
                        "notice",
                        entry.event(),
                        "body",
                        day(entry.dueOn(), locale),
                        lines(entry.counts(), locale)),
                entry.appointmentId(),
                entry.subjectType(),
                entry.subjectId(),
                entry.dueOn(),
                entry.counts(),
                entry.urgent(),
                entry.createdAt(),
                entry.readAt(),
                entry.version());
    }

    /**
     * What stands on the lock screen; in Chinese, since a phone does not tell its language. It takes the name of the oldest
     * notice, so that it replaces itself when it is sent again with more.
     *
     * @param deliveries at least one, oldest first, of notifications that are there
     */
    PushMessage push(List<Delivery> deliveries, PushTarget target) {
        Delivery oldest = deliveries.get(0);
        int count = deliveries.size();
        String event = event(deliveries);
        return new PushMessage(
                oldest.notificationId(),
                event,
                target,
                oldest.urgent(),
                count,
                text(Messages.CHINESE, "push", event, "title"),
                text(Messages.CHINESE, "push", event, count == 1 ? "body" : "many", count),
                deliveries.get(count - 1).staleAt());
    }

    private static String event(List<Delivery> deliveries) {
        List<String> events = deliveries.stream()
                .map(delivery -> Objects.requireNonNull(delivery.notice()).event())
                .distinct()
                .toList();
        return events.size() == 1 ? events.get(0) : SEVERAL;
    }

    /** While a new release comes up, its events meet nodes that have no words for them yet. */
    private String text(Locale locale, String kind, String event, String part, Object... values) {
        try {
            return messages.text(locale, kind + "." + event + "." + part, values);
        } catch (MissingResourceException e) {
            return messages.text(locale, kind + ".other." + part, values);
        }
    }

    private String lines(@Nullable Map<String, Integer> counts, Locale locale) {
        return counts == null
                ? ""
                : counts.entrySet().stream()
                        .map(line -> text(locale, "summary", line.getKey(), "line", line.getValue()))
                        .collect(Collectors.joining(messages.text(locale, "summary.between")));
    }

    private String day(@Nullable LocalDate dueOn, Locale locale) {
        return dueOn == null
                ? messages.text(locale, "notice.no-due-day")
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(dueOn);
    }
}
