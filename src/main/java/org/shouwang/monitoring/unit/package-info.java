/**
 * The units that answer for indicators (责任单位): departments of a county and committees of townships, both organisations, and who
 * speaks for them. A liaison's post holds at the organisation and nowhere else, so that no range of areas says what it reaches.
 *
 * <p>Runs on the reactive pool, or in the transaction of a use case.
 */
@NullMarked
package org.shouwang.monitoring.unit;

import org.jspecify.annotations.NullMarked;
