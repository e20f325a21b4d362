package org.shouwang.devtools;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says at the start where the server is and what to try. */
@Singleton
@IfBuildProfile("dev")
class DevBanner {

    private static final Logger LOG = Logger.getLogger(DevBanner.class);

    private static final String TEXT = """

            守望 Shouwang   http://localhost:%d   demo district 陈仓区 (610304)
              13900000001 督导员 coordinator    13900000002 儿童主任 director    13900000003 妇联主席 chair
              13900000004 director of another town    13900000005 县民政 county    password: shouwang-demo
            Try: http://localhost:%d/q/swagger-ui, or "Try it" in README.md
                 GET /dev/fcm, /dev/jpush (pushes)   GET /dev/sms (codes)   POST /dev/clock {"advance":"PT24H"}   POST /dev/sweep (background jobs)
            """;

    private final int port;

    DevBanner(@ConfigProperty(name = "quarkus.http.port") int port) {
        this.port = port;
    }

    void show(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        LOG.infof(TEXT, port, port);
    }
}
