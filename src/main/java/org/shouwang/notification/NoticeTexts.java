package org.shouwang.notification;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Messages;

/**
 * The words of notices, from the message bundles. The only value that a text can take is the due day, and a push takes
 * none: no name, place or reason can slip in.
 */
@Singleton
class NoticeTexts {

    private final Messages messages;

    NoticeTexts(Messages messages) {
        this.messages = messages;
    }

    NotificationView view(InboxRows.Entry entry, Locale locale) {
        return new NotificationView(
                entry.id(),
                entry.event(),
                text(locale, "notice", entry.event(), "title"),
                text(locale, "notice", entry.event(), "body", day(entry.dueOn(), locale)),
                entry.appointmentId(),
                entry.subjectType(),
                entry.subjectId(),
                entry.dueOn(),
                entry.urgent(),
                entry.createdAt(),
                entry.readAt(),
                entry.version());
    }

    /** What stands on the lock screen; in Chinese, since a phone does not tell its language. */
    PushMessage push(Delivery delivery, String event, PushTarget target) {
        return new PushMessage(
                delivery.notificationId(),
                event,
                target,
                delivery.urgent(),
                1,
                text(Messages.CHINESE, "push", event, "title"),
                text(Messages.CHINESE, "push", event, "body"));
    }

    /** While a new release comes up, its events meet nodes that have no words for them yet. */
    private String text(Locale locale, String kind, String event, String part, Object... values) {
        try {
            return messages.text(locale, kind + "." + event + "." + part, values);
        } catch (MissingResourceException e) {
            return messages.text(locale, kind + ".other." + part, values);
        }
    }

    private String day(@Nullable LocalDate dueOn, Locale locale) {
        return dueOn == null
                ? messages.text(locale, "notice.no-due-day")
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(dueOn);
    }
}
