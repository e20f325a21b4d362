package org.shouwang.notification.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes a push as JPush wants it. The extras are {@code nid} and {@code type} and nothing else.
 *
 * @see <a href="https://docs.jiguang.cn/jpush/server/push/rest_api_v3_push">JPush's REST API</a>
 */
final class JPushMessages {

    /** 系统消息: what concerns somebody's work, not advertisement, which the vendors of phones ration. */
    private static final int SYSTEM = 1;

    private static final String WORK = "WORK";

    /** Of Android's -2 to 2. */
    private static final int HIGHEST = 2;

    /** Sound, vibration and light. */
    private static final int ALL_SIGNS = 7;

    private static final ObjectMapper JSON = new ObjectMapper();

    private JPushMessages() {}

    static ObjectNode of(PushMessage push, @Nullable String channelId, Instant now) {
        ObjectNode request = JSON.createObjectNode();
        request.putArray("platform").add("android").add("ios");
        request.putObject("audience")
                .putArray("registration_id")
                .add(push.target().value());
        ObjectNode notification = request.putObject("notification");
        android(notification.putObject("android"), push, channelId);
        ios(notification.putObject("ios"), push);
        request.putObject("options")
                .put("time_to_live", push.timeToLive(now).toSeconds())
                .put("classification", SYSTEM)
                .put("apns_production", true)
                .put("apns_collapse_id", push.notificationId().toString());
        return request;
    }

    private static void android(ObjectNode android, PushMessage push, @Nullable String channelId) {
        android.put("title", push.title()).put("alert", push.body()).put("category", WORK);
        if (channelId != null) {
            android.put("channel_id", channelId);
        }
        if (push.urgent()) {
            android.put("priority", HIGHEST).put("alert_type", ALL_SIGNS);
        }
        extras(android, push);
    }

    private static void ios(ObjectNode ios, PushMessage push) {
        ios.putObject("alert").put("title", push.title()).put("body", push.body());
        if (push.urgent()) {
            ios.put("sound", "default");
        }
        extras(ios, push);
    }

    private static void extras(ObjectNode of, PushMessage push) {
        of.putObject("extras").put("nid", push.notificationId().toString()).put("type", push.type());
    }
}
