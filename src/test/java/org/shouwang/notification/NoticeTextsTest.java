package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.notification.Delivery.Subject;
import org.shouwang.notification.StillTrue.Told;
import org.shouwang.notification.gateway.PushMessage;
import org.shouwang.notification.gateway.PushTarget;
import org.shouwang.notification.gateway.PushTarget.Kind;
import org.shouwang.platform.http.Messages;

class NoticeTextsTest {

    private static final UUID ID = new UUID(0, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 9);

    private final NoticeTexts texts = new NoticeTexts(new Messages());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task-assigned",
                "task-returned",
                "task-overdue",
                "task-overdue-township",
                "task-overdue-county",
                "tasks-handed-over"
            })
    void everyEventHasItsOwnWordsInBothLanguages(String event) {
        NotificationView chinese = texts.view(entry(event, DUE), Messages.CHINESE);
        NotificationView english = texts.view(entry(event, DUE), Locale.ENGLISH);
        PushMessage push = push(event);

        assertThat(chinese.body()).contains("2026年3月9日");
        assertThat(english.body()).contains("March 9, 2026");
        assertThat(chinese.title()).isNotEqualTo(english.title()).isNotEqualTo("新消息");
        assertThat(push.body()).isNotEqualTo(push("no-such-event").body()).doesNotContain("2026");
        assertThat(push.type()).isEqualTo(event);
    }

    @Test
    void withoutADueDayTheTextSaysSo() {
        assertThat(texts.view(entry("task-assigned", null), Messages.CHINESE).body())
                .isEqualTo("您有一项新任务，截止日期：未定。辛苦了！");
    }

    @Test
    void anEventOfANewerReleaseHasGeneralWords() {
        assertThat(texts.view(entry("no-such-event", DUE), Messages.CHINESE).title())
                .isEqualTo("新消息");
        assertThat(push("no-such-event").body()).isEqualTo("您有一条新消息，请打开应用查看。");
    }

    @Test
    void severalOfOneEventAreCountedInItsOwnWords() {
        PushMessage push = push("task-assigned", "task-assigned", "task-assigned");

        assertThat(push.body()).isEqualTo("您有 3 项新任务，请打开应用查看。");
        assertThat(push.type()).isEqualTo("task-assigned");
        assertThat(push.count()).isEqualTo(3);
    }

    @Test
    void severalOfDifferentEventsAreMessages() {
        PushMessage push = push("task-assigned", "task-returned");

        assertThat(push.body()).isEqualTo("您有 2 条新消息，请打开应用查看。");
        assertThat(push.type()).isEqualTo("several");
        assertThat(push("no-such-event", "no-such-event").body()).isEqualTo("您有 2 条新消息，请打开应用查看。");
    }

    private PushMessage push(String... events) {
        List<Delivery> deliveries =
                Stream.of(events).map(NoticeTextsTest::delivery).toList();
        return texts.push(deliveries, new PushTarget(Kind.FID, "target"));
    }

    private static Delivery delivery(String event) {
        Subject notice = new Subject(new Told(ID, event, ID, ID), "task", false, false);
        return new Delivery(ID, ID, "FCM", "ANDROID", Instant.EPOCH, 0, notice);
    }

    private static InboxRows.Entry entry(String event, @Nullable LocalDate dueOn) {
        return new InboxRows.Entry(ID, event, ID, "task", ID, dueOn, null, false, Instant.EPOCH, null, 0);
    }
}
