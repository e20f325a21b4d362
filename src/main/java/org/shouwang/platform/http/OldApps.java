package org.shouwang.platform.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;

/**
 * Refuses apps that are too old to be understood. What they recorded is taken in all the same: whoever cannot update today has
 * still visited a child, so signing in and sending operations are always answered. A header that cannot be read refuses nobody.
 */
@Singleton
public class OldApps implements Handler<RoutingContext> {

    static final String HEADER = "X-App-Version";

    private static final String API = "/api/";
    private static final String SIGN_IN = "/api/v1/auth/";
    private static final String META = "/api/v1/meta";
    private static final String OPERATIONS = "/api/v1/sync/operations";

    private final EarlyRefusal refusals;
    private final Map<String, AppVersion> minimum = new TreeMap<>();

    OldApps(AppConfig config, EarlyRefusal refusals) {
        this.refusals = refusals;
        config.minimumVersion().forEach((platform, version) -> {
            AppVersion needed = minimum(platform, version);
            minimum.put(needed.platform(), needed);
        });
    }

    private static AppVersion minimum(String platform, String version) {
        return AppVersion.parse(platform + "/" + version)
                .filter(read -> !read.preRelease())
                .orElseThrow(() -> new IllegalArgumentException(
                        "shouwang.app.minimum-version." + platform + " is no version such as 1.4.0"));
    }

    void register(@Observes Router router) {
        router.route().order(EarlyRefusal.ORDER).handler(this);
    }

    @Override
    public void handle(RoutingContext context) {
        if (isTooOld(context) && !isAlwaysAnswered(context.request().method(), context.normalizedPath())) {
            refusals.refuse(context, Refusal.of(Problem.APP_TOO_OLD));
        } else {
            context.next();
        }
    }

    private boolean isTooOld(RoutingContext context) {
        return AppVersion.parse(context.request().getHeader(HEADER))
                .filter(app -> {
                    AppVersion needed = minimum.get(app.platform());
                    return needed != null && app.isBefore(needed);
                })
                .isPresent();
    }

    /** Whether an app is answered however old it is. */
    static boolean isAlwaysAnswered(HttpMethod method, String path) {
        return !path.startsWith(API)
                || path.startsWith(SIGN_IN)
                || path.equals(META)
                || (path.equals(OPERATIONS) && method.equals(HttpMethod.POST));
    }

    /** The oldest version that may work with this server, by platform. */
    public Map<String, String> minimumVersions() {
        Map<String, String> versions = new TreeMap<>();
        minimum.forEach((platform, version) -> versions.put(platform, version.toString()));
        return versions;
    }
}
