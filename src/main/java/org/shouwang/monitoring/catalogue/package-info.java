/**
 * The indicator system (指标体系): plan rounds, the catalogue of indicators and targets.
 *
 * <p>A catalogue is a file that never changes once it was released ({@code indicators/catalogues.csv}): what was measured stays
 * explainable. Nothing here knows a single indicator by its code: whatever tells one from another is a column. What a plan asks for
 * nationally comes with the catalogue; what an area decides for itself is a row of {@code indicator_target}, and all stand side by
 * side. Files are read at the start; rows on the reactive pool.
 */
@NullMarked
package org.shouwang.monitoring.catalogue;

import org.jspecify.annotations.NullMarked;
