package org.shouwang.notification.gateway;

import io.smallrye.mutiny.Uni;

/** A way to a device's screen. A push is only a hint that the inbox holds something: the inbox is the truth. */
public interface PushGateway {

    /** The channel's name as a device carries it, such as {@code FCM}. */
    String channel();

    /** Whether the channel may be used; the operator's kill switch. */
    boolean enabled();

    /**
     * Tries once to hand one message over. It never fails and never blocks: whatever goes wrong is told by the result,
     * so that one bad message does not stop the next, and waiting and trying again is the caller's. The result comes on
     * the Vert.x context of the subscriber, if there is one.
     */
    Uni<PushResult> send(PushMessage message);
}
