package org.shouwang.notification.gateway;

import com.google.api.client.http.HttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The Firebase SDK, set up. All calls block. */
final class FcmClient implements AutoCloseable {

    /** On finer levels Google's HTTP client logs whole requests, targets included. Held, lest the level be forgotten. */
    private static final Logger WIRE_LOG = Logger.getLogger(HttpTransport.class.getName());

    private final FirebaseApp app;

    private FcmClient(FirebaseApp app) {
        this.app = app;
    }

    /**
     * Sets the SDK up without calling anybody.
     *
     * @throws IllegalStateException if the project or, without a stand-in, the credentials are not configured
     * @throws UncheckedIOException if the credentials cannot be read
     */
    static FcmClient open(FcmConfig config) {
        WIRE_LOG.setLevel(Level.INFO);
        HttpTransport transport = new RedirectingTransport(
                config.connectTimeout(), config.baseUrl().orElse(null));
        FirebaseOptions options = FirebaseOptions.builder()
                .setProjectId(required(config.projectId(), "project-id"))
                .setCredentials(credentials(config, transport))
                .setHttpTransport(transport)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(config.readTimeout().toMillis()))
                .setWriteTimeout(Math.toIntExact(config.readTimeout().toMillis()))
                .build();
        // Apps are kept in a static map that outlives a reload in dev mode: each gets a name of its own.
        return new FcmClient(FirebaseApp.initializeApp(options, "push-" + UUID.randomUUID()));
    }

    /** Returns FCM's id of the message. */
    String send(Message message) throws FirebaseMessagingException {
        return FirebaseMessaging.getInstance(app).send(message);
    }

    @Override
    public void close() {
        app.delete();
    }

    private static GoogleCredentials credentials(FcmConfig config, HttpTransport transport) {
        if (config.baseUrl().isPresent()) {
            return new StandInCredentials();
        }
        Path file = required(config.credentialsFile(), "credentials-file");
        try (InputStream key = Files.newInputStream(file)) {
            return GoogleCredentials.fromStream(key, () -> transport);
        } catch (IOException e) {
            throw new UncheckedIOException("The credentials of FCM cannot be read", e);
        }
    }

    private static <T> T required(Optional<T> value, String key) {
        return value.orElseThrow(
                () -> new IllegalStateException("shouwang.push.fcm." + key + " must be set when FCM is enabled"));
    }

    /** A token that is asked of nobody and never ends. */
    private static final class StandInCredentials extends GoogleCredentials {

        private static final AccessToken TOKEN =
                AccessToken.newBuilder().setTokenValue("stand-in").build();

        @Override
        public AccessToken refreshAccessToken() {
            return TOKEN;
        }
    }
}
