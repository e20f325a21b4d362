package org.shouwang.platform.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The bridge to the provider of text messages. */
@ConfigMapping(prefix = "shouwang.sms.webhook")
interface SmsConfig {

    /** Takes the messages as {@link SmsWebhook} posts them. Without it nobody can ask for a code, and nobody is reminded by SMS. */
    Optional<URI> url();

    /** Signs what is posted, see {@link SmsSignature}; needed with the address. */
    Optional<String> secret();

    @WithDefault("5s")
    Duration connectTimeout();

    /** Until the bridge has answered; by then the reader of a code has lost patience. */
    @WithDefault("10s")
    Duration timeout();

    /** Messages under way at the same time; a code that comes on top is dropped, and its reader asks again. */
    @WithDefault("20")
    int atOnce();
}
