package org.shouwang.policy;

import jakarta.inject.Singleton;
import org.shouwang.platform.AreaCode;

/** Which follow-up matrix is in force where. */
@Singleton
public class FollowUpPolicies {

    private final FollowUpPolicy standard = FollowUpPolicy.standard();

    /** The matrix of the nearest area above that has one. */
    public FollowUpPolicy at(AreaCode area) {
        return standard;
    }
}
