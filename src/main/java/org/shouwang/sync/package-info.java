/**
 * The reading side of the change feed: what changed in a caller's scope since a cursor, each record once at its newest
 * version, however long a writer's transaction took.
 *
 * <p>Knows no feature: records come from the {@link org.shouwang.platform.feed.ChangeFeed} of their kind. May use {@code
 * staff} and {@code area}. All of it runs on the reactive pool without a session; it must read the primary.
 */
@NullMarked
package org.shouwang.sync;

import org.jspecify.annotations.NullMarked;
