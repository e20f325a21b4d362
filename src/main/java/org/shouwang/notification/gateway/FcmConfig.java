package org.shouwang.notification.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How Firebase Cloud Messaging is reached. */
@ConfigMapping(prefix = "shouwang.push.fcm")
interface FcmConfig {

    /** Off unless asked for: Google's push does not reach most phones in the mainland, and it sends data abroad. */
    @WithDefault("false")
    boolean enabled();

    /**
     * A stand-in's address, for tests and demonstrations, because FCM has no emulator. When it is set, nothing is sent
     * to Google and no credentials are read.
     */
    Optional<URI> baseUrl();

    /** The service account's JSON file; a path, so that the key itself never stands in a configuration. */
    Optional<Path> credentialsFile();

    /** The Firebase project, part of FCM's address; required when enabled, so that no key of another project slips in. */
    Optional<String> projectId();

    /** The SDK waits for ever unless told; this bounds the connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** The SDK waits for ever unless told; this bounds the writing of the message and the whole answer. */
    @WithDefault("10s")
    Duration readTimeout();

    /** Threads, each holding one message until it is answered; more would only wait for FCM's quota. */
    @WithDefault("8")
    int concurrency();

    /** Messages that may wait for a thread; beyond that the caller is told to try later, so that memory stays bounded. */
    @WithDefault("100")
    int queue();
}
