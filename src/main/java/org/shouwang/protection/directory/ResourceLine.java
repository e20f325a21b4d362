package org.shouwang.protection.directory;

import java.util.List;
import java.util.Optional;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;

/**
 * A line of a list of entries.
 *
 * @param number as a text editor counts; the header is usually 1
 * @param said empty when a cell could not be read
 */
record ResourceLine(int number, Optional<Said> said, List<Violation> violations) {

    /**
     * What a line says of an entry.
     *
     * @param facts what is blank is null, and stays as it is stored
     */
    record Said(AreaCode area, ResourcePatch facts) {

        ResourceForm made() {
            return facts.made(area);
        }
    }
}
