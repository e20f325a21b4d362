package org.shouwang.staff.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "shouwang.session")
interface SessionConfig {

    /** Short, since an access token cannot be called back; rights are read on each request all the same. */
    @WithDefault("PT30M")
    Duration accessToken();

    /** Long, since a phone may be without network for weeks and nobody remembers passwords. */
    @WithDefault("P90D")
    Duration refreshToken();

    /** Passwords compared at the same time; each takes a core for a while, and others want one too. */
    @WithDefault("1")
    int comparedAtOnce();

    /** Sign-ins under way beside those, which wait for a thread or the database; beyond that they are refused at once. */
    @WithDefault("50")
    int comparedLater();
}
