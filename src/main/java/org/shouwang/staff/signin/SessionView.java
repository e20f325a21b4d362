package org.shouwang.staff.signin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.staff.WorkerView;

/**
 * What a sign-in gives.
 *
 * @param expiresIn seconds until the access token expires
 */
@Schema(name = "Session")
record SessionView(String accessToken, String refreshToken, long expiresIn, WorkerView worker) {

    @Override
    public String toString() {
        return "***";
    }
}
