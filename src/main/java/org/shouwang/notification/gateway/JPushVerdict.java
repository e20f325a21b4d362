package org.shouwang.notification.gateway;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.gateway.PushResult.Outcome;

/**
 * Decides what a refusal by JPush means for the message, the target and the channel.
 *
 * @see <a href="https://docs.jiguang.cn/jpush/server/push/rest_api_v3_push">JPush's return codes</a>
 */
final class JPushVerdict {

    /** No installation has this registration id, or it was not seen for 255 days. */
    private static final int NO_SUCH_TARGET = 1011;

    /** A value is wrong, be it the registration id or our own setting; a part is missing, too long or unknown. */
    private static final Set<Integer> MESSAGE_REFUSED = Set.of(1002, 1003, 1005, 1009);

    /** Wrong address, credentials or app key; the app is barred, or our address is not on its list. */
    private static final Set<Integer> APP_REFUSED = Set.of(1001, 1004, 1008, 1020, 2003, 2004);

    private JPushVerdict() {}

    /**
     * Only JPush's own code condemns a target or closes the channel: a bare status may come from a proxy.
     *
     * @param code JPush's code, if the answer carried one
     * @param retryAfter how long it wants to be left alone, if it said so
     */
    static PushResult of(@Nullable Integer code, int status, @Nullable Duration retryAfter) {
        if (code == null) {
            return PushResult.retry("HTTP_" + status, retryAfter);
        }
        String reason = "JPUSH_" + code;
        if (code == NO_SUCH_TARGET) {
            return PushResult.of(Outcome.GONE, reason);
        }
        if (MESSAGE_REFUSED.contains(code)) {
            return PushResult.of(Outcome.REFUSED, reason);
        }
        return APP_REFUSED.contains(code)
                ? PushResult.of(Outcome.CHANNEL_DOWN, reason)
                : PushResult.retry(reason, retryAfter);
    }
}
