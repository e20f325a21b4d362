package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.shouwang.platform.AreaCode;

/** How an indicator is counted from the records of a room. A bean; {@code computed.csv} says for which indicator. */
interface Formula {

    /** As the list of computed indicators names it. */
    String id();

    /** Counts by the code under which each record or place stands; some may lie outside the asked area. */
    Uni<Map<AreaCode, Count>> count(Ground ground, Span span);
}
