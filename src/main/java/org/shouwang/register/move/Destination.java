package org.shouwang.register.move;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * Where children move to.
 *
 * @param householdId one of that village whose home they share from now on
 */
@Schema(name = "MoveDestination")
record Destination(
        @NotNull AreaCode areaCode,
        @NotBlank @Size(max = 200) String address,
        @Size(max = 50) @Nullable String hamlet,
        @Nullable UUID householdId,
        @Valid @Nullable NewHousehold newHousehold) {

    /** The household there, one that exists or one to be made. */
    Optional<UUID> household() {
        return newHousehold == null ? Optional.ofNullable(householdId) : Optional.of(newHousehold.id());
    }

    @Override
    public String toString() {
        return "***";
    }
}
