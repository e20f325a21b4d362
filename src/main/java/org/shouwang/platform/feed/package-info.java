/**
 * The writing side of the change feed and the port through which the feed asks a feature for its records. Rows are written
 * in the transaction of the change: by a trigger for tables whose only scope is their area, through {@link
 * org.shouwang.platform.feed.FeedWriter} for all others. The reading side is the room {@code sync}.
 */
@NullMarked
package org.shouwang.platform.feed;

import org.jspecify.annotations.NullMarked;
