package org.shouwang.platform.sms;

import io.smallrye.mutiny.Uni;

/** Hands text messages to whoever sends them. The provider behind it is the operator's choice. */
public interface SmsGateway {

    /** Whether there is anything to send with. */
    boolean enabled();

    /** Tries once. Never fails; what becomes of it is counted. */
    Uni<SmsResult> send(Sms sms);
}
