package org.shouwang.notification.reach;

import java.time.Instant;
import java.util.UUID;
import org.shouwang.staff.AreasAbove.Extent;

/** What an area has decided last. */
record Decided(UUID id, Extent area, Instant at, ReachSettings settings) {}
