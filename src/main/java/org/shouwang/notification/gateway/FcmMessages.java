package org.shouwang.notification.gateway;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.Notification;
import java.time.Instant;

/** Writes a push as FCM wants it. The data is {@code nid} and {@code type} and nothing else. */
final class FcmMessages {

    private FcmMessages() {}

    static Message of(PushMessage push, Instant now) {
        String id = push.notificationId().toString();
        Message.Builder message = Message.builder()
                .putData("nid", id)
                .putData("type", push.type())
                .setNotification(Notification.builder()
                        .setTitle(push.title())
                        .setBody(push.body())
                        .build())
                .setAndroidConfig(android(push, id, now))
                .setApnsConfig(apns(push, id));
        return addressed(message, push.target()).build();
    }

    /** The tag makes a repeat replace itself on the screen. */
    private static AndroidConfig android(PushMessage push, String id, Instant now) {
        return AndroidConfig.builder()
                .setTtl(push.timeToLive(now).toMillis())
                .setPriority(push.urgent() ? AndroidConfig.Priority.HIGH : AndroidConfig.Priority.NORMAL)
                .setNotification(AndroidNotification.builder()
                        .setTag(id)
                        .setNotificationCount(push.count())
                        .build())
                .build();
    }

    /**
     * Priority 10 lights the screen up at once, 5 heeds the battery.
     *
     * @see <a href="https://developer.apple.com/documentation/usernotifications/sending-notification-requests-to-apns">APNs'
     *     headers</a>
     */
    private static ApnsConfig apns(PushMessage push, String id) {
        Aps.Builder aps = Aps.builder();
        if (push.urgent()) {
            aps.setSound("default").putCustomData("interruption-level", "time-sensitive");
        }
        return ApnsConfig.builder()
                .putHeader("apns-push-type", "alert")
                .putHeader("apns-priority", push.urgent() ? "10" : "5")
                .putHeader("apns-expiration", Long.toString(push.expiresAt().getEpochSecond()))
                .putHeader("apns-collapse-id", id)
                .setAps(aps.build())
                .build();
    }

    /** Tokens are deprecated in the SDK, yet they are all that an older app can report. */
    @SuppressWarnings("deprecation")
    private static Message.Builder addressed(Message.Builder message, PushTarget target) {
        return switch (target.kind()) {
            case FID -> message.setFid(target.value());
            case TOKEN -> message.setToken(target.value());
        };
    }
}
