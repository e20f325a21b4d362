/**
 * Indicators that the product counts from its own records (indicators.md, section 9).
 *
 * <p>{@code indicators/computed.csv} is the one list: each indicator of which the catalogue says that this system is its source, with its
 * formula, or with why it has none yet. A {@code Formula} asks the room of the records for counts by village; where they count is said
 * once, by {@code Ground}. What keeps no history is frozen at the end of each quarter ({@code computed_value}) and never counted
 * again for that day. Nothing here is of a person: few of them are withheld. Runs on the reactive pool.
 */
@NullMarked
package org.shouwang.monitoring.computed;

import org.jspecify.annotations.NullMarked;
