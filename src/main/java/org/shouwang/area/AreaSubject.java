package org.shouwang.area;

import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.audit.Subject;

/** An area in the trail, whose subjects have ids: the code is the lower half of it. */
final class AreaSubject {

    private AreaSubject() {}

    static Subject of(AreaCode code) {
        return new Subject("AREA", new UUID(0, code.value()), code);
    }
}
