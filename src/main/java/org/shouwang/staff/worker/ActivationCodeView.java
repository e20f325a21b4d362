package org.shouwang.staff.worker;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A one-time code for a worker, to be handed over on paper. */
@Schema(name = "ActivationCode")
record ActivationCodeView(@Schema(examples = "K7PM-4XQD") String code, Instant expiresAt) {

    @Override
    public String toString() {
        return "***";
    }
}
