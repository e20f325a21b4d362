package org.shouwang.platform.sms;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A webhook that is given up soon, one message at a time. */
record WebhookSettings(@Nullable URI address) implements SmsConfig {

    @Override
    public Optional<URI> url() {
        return Optional.ofNullable(address);
    }

    @Override
    public Optional<String> secret() {
        return Optional.of("the secret");
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int atOnce() {
        return 1;
    }
}
