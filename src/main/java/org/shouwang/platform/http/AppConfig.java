package org.shouwang.platform.http;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

@ConfigMapping(prefix = "shouwang.app")
interface AppConfig {

    /** The oldest version of the app that may work with this server, by platform; for a platform that is not named every one may. */
    Map<String, String> minimumVersion();
}
