/**
 * The two plans for women and children monitored (两规划监测): indicators and what is asked of them, which unit answers for which,
 * what the units report each quarter, the yellow and red cards that follow, and the letters that follow a card.
 *
 * <p>{@code catalogue}: indicators, plan rounds and targets; {@code unit}: who speaks for a department or a township committee;
 * {@code breakdown}: the book of responsibilities (目标责任分解书); {@code collection}: periods and values; {@code computed}: what the
 * records tell; {@code rollup}: areas and years put together; {@code card}: status and cards; {@code supervision}: letters, and the
 * plans by which units put things right; {@code bulletin}: what is said of all this to all units. No figure here is one of a person, and nobody is ranked but units and areas.
 */
@NullMarked
package org.shouwang.monitoring;

import org.jspecify.annotations.NullMarked;
