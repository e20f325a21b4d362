package org.shouwang.platform.alarm;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** An age that must not grow beyond a limit. */
public interface Alarm {

    /** Its name in metrics and logs, in lower case with hyphens. */
    String name();

    /** The age from which on somebody must look. */
    Duration limit();

    /** The age now; zero when there is nothing that ages. */
    Uni<Duration> age();
}
