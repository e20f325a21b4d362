/**
 * Published values put together: a county from its townships, a city from its counties (逐级汇总), beside each other and over the years.
 *
 * <p>Numerators and denominators are added up each for themselves, never rates; where a part is missing it is named and there is no
 * value of the whole. Units and areas may be ranked (S2), persons and single villages never. Owns no table. {@code Sum} and {@code
 * Course} are pure. Each answer is one statement, however many indicators and areas there are. Runs on the reactive pool.
 */
@NullMarked
package org.shouwang.monitoring.rollup;

import org.jspecify.annotations.NullMarked;
