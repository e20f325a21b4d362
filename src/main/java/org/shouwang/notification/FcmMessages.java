package org.shouwang.notification;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.Notification;

/** Writes a push as FCM wants it. The data is {@code nid} and {@code type} and nothing else. */
final class FcmMessages {

    private FcmMessages() {}

    static Message of(PushMessage push) {
        String id = push.notificationId().toString();
        Message.Builder message = Message.builder()
                .putData("nid", id)
                .putData("type", push.type())
                .setNotification(Notification.builder()
                        .setTitle(push.title())
                        .setBody(push.body())
                        .build())
                .setAndroidConfig(android(push, id))
                .setApnsConfig(ApnsConfig.builder()
                        .putHeader("apns-collapse-id", id)
                        .setAps(Aps.builder().build())
                        .build());
        return addressed(message, push.target()).build();
    }

    /** The tag makes a repeat replace itself on the screen. */
    private static AndroidConfig android(PushMessage push, String id) {
        return AndroidConfig.builder()
                .setPriority(push.urgent() ? AndroidConfig.Priority.HIGH : AndroidConfig.Priority.NORMAL)
                .setNotification(AndroidNotification.builder()
                        .setTag(id)
                        .setNotificationCount(push.count())
                        .build())
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
