/**
 * The book of responsibilities (目标责任分解书): which unit answers for which indicator of a place in a year, as lead or in support,
 * and with which target. The committee office issues it, the liaison of the unit claims it (认领). Nothing is deleted: what was
 * issued by mistake is withdrawn with a reason.
 *
 * <p>Runs on the reactive pool.
 */
@NullMarked
package org.shouwang.monitoring.breakdown;

import org.jspecify.annotations.NullMarked;
