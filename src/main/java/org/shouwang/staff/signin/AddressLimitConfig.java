package org.shouwang.staff.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Generous, since a township or a whole mobile network may share one address. Each node counts for itself. */
@ConfigMapping(prefix = "shouwang.address-limit")
interface AddressLimitConfig {

    /** Failed sign-ins of one address. Who tries one password with many numbers is stopped here, not by the numbers. */
    @WithDefault("300")
    int failures();

    @WithDefault("PT15M")
    Duration failuresWithin();

    /** Codes by SMS that one address asks for: each may cost money. */
    @WithDefault("600")
    int codes();

    @WithDefault("PT1H")
    Duration codesWithin();

    /** Addresses that are remembered, of each kind; beyond that the one is forgotten that was quiet for longest. */
    @WithDefault("20000")
    int addresses();
}
