package org.shouwang.staff.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "shouwang.sms.webhook")
interface SmsConfig {

    /** Takes {@code POST {"phone", "code", "kind": "login"}} and sends an SMS. Without it nobody can ask for a code. */
    Optional<URI> url();

    /** Sent as a bearer token, so that the webhook knows us. */
    Optional<String> secret();

    @WithDefault("5s")
    Duration connectTimeout();

    /** Until the webhook has answered; by then the reader of the code has lost patience. */
    @WithDefault("10s")
    Duration timeout();

    /** Messages under way at the same time; what comes on top is dropped, and its reader asks again. */
    @WithDefault("20")
    int atOnce();
}
