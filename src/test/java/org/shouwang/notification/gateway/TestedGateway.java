package org.shouwang.notification.gateway;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A real gateway that talks to a stand-in. */
public final class TestedGateway implements PushGateway, AutoCloseable {

    private final PushGateway gateway;
    private final Runnable closing;

    private TestedGateway(PushGateway gateway, Runnable closing) {
        this.gateway = gateway;
        this.closing = closing;
    }

    public static TestedGateway fcm(FcmStandIn fcm, Map<String, String> changes, Clock clock) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "enabled",
                "true",
                "project-id",
                "village",
                "base-url",
                fcm.address().toString()));
        settings.putAll(changes);
        FcmGateway gateway = new FcmGateway(config(FcmConfig.class, "shouwang.push.fcm.", settings), clock);
        return new TestedGateway(gateway, gateway::close);
    }

    public static TestedGateway jpush(JPushStandIn jpush, Map<String, String> changes, Clock clock) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "enabled",
                "true",
                "app-key",
                "app",
                "master-secret",
                "secret",
                "base-url",
                jpush.address().toString()));
        settings.putAll(changes);
        JPushConfig config = config(JPushConfig.class, "shouwang.push.jpush.", settings);
        return new TestedGateway(new JPushGateway(config, clock), () -> {});
    }

    static <T> T config(Class<T> type, String prefix, Map<String, String> settings) {
        Map<String, String> full = new HashMap<>();
        settings.forEach((key, value) -> full.put(prefix + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(type)
                .withSources(new PropertiesConfigSource(full, "test", 500))
                .build()
                .getConfigMapping(type);
    }

    @Override
    public String channel() {
        return gateway.channel();
    }

    @Override
    public boolean enabled() {
        return gateway.enabled();
    }

    @Override
    public Uni<PushResult> send(PushMessage message) {
        return gateway.send(message);
    }

    @Override
    public void close() {
        closing.run();
    }
}
