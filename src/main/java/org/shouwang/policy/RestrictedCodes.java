package org.shouwang.policy;

import java.util.Set;

/** Which categories of children are of class R, said by the room that keeps files. */
public interface RestrictedCodes {

    /** Their codes. */
    Set<String> categories();
}
