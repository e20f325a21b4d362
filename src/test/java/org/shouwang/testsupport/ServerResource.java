package org.shouwang.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.shouwang.platform.secret.NewKeys;

/** Fresh keys and a free port, so that several builds may run on one machine; the Firebase SDK talks to the application. */
public final class ServerResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String port = Integer.toString(freePort());
        return Map.of(
                "shouwang.keys.token",
                NewKeys.symmetric(),
                "shouwang.keys.encryption",
                NewKeys.encryption(),
                "shouwang.keys.hash",
                NewKeys.symmetric(),
                "shouwang.keys.audit",
                NewKeys.symmetric(),
                "quarkus.http.test-port",
                port,
                "shouwang.push.fcm.base-url",
                "http://localhost:" + port + "/dev/fcm",
                "shouwang.push.jpush.base-url",
                "http://localhost:" + port + "/dev/jpush",
                "shouwang.sms.webhook.url",
                "http://localhost:" + port + "/dev/sms");
    }

    @Override
    public void stop() {
        // nothing outlives the application
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
