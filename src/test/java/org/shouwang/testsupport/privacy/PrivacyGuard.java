package org.shouwang.testsupport.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.QuickPaths;

/**
 * Fails the test during which something of a person leaked, and the class during which it was pushed. Registered for every
 * {@code @QuarkusTest}.
 */
public final class PrivacyGuard
        implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback, QuarkusTestAfterAllCallback {

    private static final WatchedLog LOG = WatchedLog.open();
    private static final WatchedCalls CALLS = new WatchedCalls();
    private static final QuickPaths PATHS = new QuickPaths();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(CALLS, PATHS);
        Accounts.signOut();
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        List<String> leaks = new ArrayList<>(LOG.leaks());
        leaks.addAll(CALLS.leaks());
        leaks.addAll(inMetrics());
        assertThat(leaks)
                .as("what says something of a person where it must not")
                .isEmpty();
    }

    @Override
    public void afterAll(QuarkusTestContext context) {
        for (String provider : List.of("/dev/fcm", "/dev/jpush")) {
            assertThat(pushed(provider))
                    .as("pushes say what stands in the bundles, and nothing else")
                    .allSatisfy(push -> assertThat(PersonalText.in(Bundles.withoutPushes(push)))
                            .isEmpty());
        }
    }

    private static List<String> pushed(String provider) {
        String application = ConfigProvider.getConfig().getValue("test.url", String.class);
        return RestAssured.given()
                .get(URI.create(application).resolve(provider))
                .jsonPath()
                .<Map<String, Object>>getList("requests.body")
                .stream()
                .map(Map::toString)
                .toList();
    }

    private static List<String> inMetrics() {
        return Arc.container().instance(MeterRegistry.class).get().getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream().map(Tag::getValue))
                .map(PersonalText::in)
                .flatMap(Optional::stream)
                .map(text -> text + " in the label of a metric")
                .toList();
    }
}
