package org.shouwang.staff.grant;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.http.Answers;

/** A grant as it is answered to the worker who asked for it; without the reason, which only the review shows. */
@Schema(name = "Grant")
public record GrantView(
        UUID grantId, int version, UUID childId, UUID appointmentId, Instant grantedAt, Instant expiresAt)
        implements Answers.Versioned {

    @Override
    public String toString() {
        return "***";
    }
}
