package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.notification.PushTarget.Kind;
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

    private PushMessage push(String event) {
        Delivery delivery = new Delivery(ID, ID, "FCM", Instant.EPOCH, 0, event, false, false);
        return texts.push(delivery, event, new PushTarget(Kind.FID, "target"));
    }

    private static InboxRows.Entry entry(String event, @Nullable LocalDate dueOn) {
        return new InboxRows.Entry(ID, event, ID, "task", ID, dueOn, false, Instant.EPOCH, null, 0);
    }
}
