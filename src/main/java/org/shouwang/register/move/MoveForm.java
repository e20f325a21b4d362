package org.shouwang.register.move;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.child.FoundChild;

/** A request to move children of one household to another village, by the side that they leave or by the one that found them. */
@Schema(name = "MoveRequest")
record MoveForm(
        @Schema(description = "Children of the caller's own area") @NotNull @Size(max = 20)
        List<@NotNull UUID> childIds,

        @Schema(description = "A child of another village that the caller met: its name and number tell which")
        @Valid
        @Nullable
        FoundChild found,

        @Schema(description = "All children of the household on file go, and the household with its members") @NotNull
        Boolean wholeHousehold,

        @NotNull @Valid Destination to,
        @NotBlank @Size(max = 200) String reason) {

    @Override
    public String toString() {
        return "***";
    }
}
