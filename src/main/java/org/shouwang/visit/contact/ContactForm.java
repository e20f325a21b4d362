package org.shouwang.visit.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.visit.contact.ContactCodes.Channel;
import org.shouwang.visit.contact.ContactCodes.Counterpart;

/** A call, a message or a talk as the worker notes it. */
@Schema(name = "ContactForm")
record ContactForm(
        @NotNull
        @Size(min = 1, max = 20)
        @Schema(
                description =
                        "The children of whom it was; one call to a grandmother may be about several in the area of one post")
        List<@NotNull UUID> childIds,

        @NotNull @Schema(description = "At most 10 minutes ahead of the server, at most 90 days ago")
        Instant contactedAt,

        @NotNull Channel channel,
        @NotNull Counterpart counterpart,
        @NotNull Boolean reached,
        @Size(max = 300) @Nullable String summary,

        @NotNull @Schema(description = "Makes a visit task for each child to whom no visit is due within three days")
        Boolean needsVisit,

        @Nullable Instant clientTime,
        @Nullable UUID deviceId) {

    @Override
    public String toString() {
        return "***";
    }
}
