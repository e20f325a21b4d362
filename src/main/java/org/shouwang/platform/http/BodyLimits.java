package org.shouwang.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How large a request body may be. {@code quarkus.http.limits.max-body-size} is the largest of them. */
@ConfigMapping(prefix = "shouwang.http")
interface BodyLimits {

    /** Records, not files. */
    @WithDefault("1M")
    MemorySize bodyLimit();

    /** Paths that take files, each with its own limit. */
    Map<String, MemorySize> bodyLimits();

    /** Limit of a path in bytes. */
    default long of(String path) {
        return bodyLimits().getOrDefault(path, bodyLimit()).asLongValue();
    }
}
