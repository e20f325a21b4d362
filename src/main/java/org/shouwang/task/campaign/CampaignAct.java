package org.shouwang.task.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is done to a campaign; its id is the client's. */
sealed interface CampaignAct {

    UUID id();

    String reason();

    /** Its name in the database and the trail. */
    Kind kind();

    /** What can be done. */
    enum Kind {
        EXTEND,
        CLOSE
    }

    /** The last day that it sets, null where it sets none. */
    @Nullable
    LocalDate until();

    @Schema(name = "CampaignExtension")
    record Extend(
            @NotNull UUID id,

            @NotNull @Schema(description = "Later than it is, and not before today")
            LocalDate endOn,

            @NotBlank @Size(max = 200) String reason)
            implements CampaignAct {

        @Override
        public Kind kind() {
            return Kind.EXTEND;
        }

        @Override
        public LocalDate until() {
            return endOn;
        }
    }

    @Schema(name = "CampaignClosing")
    record Close(
            @NotNull UUID id, @NotBlank @Size(max = 200) String reason) implements CampaignAct {

        @Override
        public Kind kind() {
            return Kind.CLOSE;
        }

        @Override
        public @Nullable LocalDate until() {
            return null;
        }
    }
}
