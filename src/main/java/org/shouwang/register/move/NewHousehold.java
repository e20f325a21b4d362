package org.shouwang.register.move;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A household that is made when the children are taken over: not all of their family goes with them. */
@Schema(name = "NewHousehold")
record NewHousehold(
        @NotNull UUID id,
        @NotBlank @Size(max = 50) String headName,
        @Size(max = 20) @Nullable String phone,

        @Schema(description = "Members of the household that they leave who go with them") @NotNull @Size(max = 20)
        List<@NotNull UUID> memberIds) {

    @Override
    public String toString() {
        return "***";
    }
}
