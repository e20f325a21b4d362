package org.shouwang.area;

import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;

/**
 * A line of a file that is an area.
 *
 * @param number of the line, as an editor shows it
 */
record AreaLine(long number, AreaCode code, String name, AreaLevel level) {}
