package org.shouwang.staff.worker;

import java.util.List;
import java.util.Optional;
import org.shouwang.platform.problem.Violation;

/**
 * A line of the file.
 *
 * @param number as a text editor counts; the header is usually 1
 * @param entry empty when a cell could not be read
 */
record RosterLine(int number, Optional<RosterEntry> entry, List<Violation> violations) {}
