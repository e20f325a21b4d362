/**
 * Reports of units (报表/评估报告): a document with each period, for the statistics bureau and the committee office alike. Every unit
 * that leads for an indicator in the area and year of a period owes one. A later document is another version, and all are kept.
 *
 * <p>Runs on the reactive pool.
 */
@NullMarked
package org.shouwang.monitoring.report;

import org.jspecify.annotations.NullMarked;
