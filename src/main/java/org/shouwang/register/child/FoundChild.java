package org.shouwang.register.child;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A child as somebody who met it knows it: name and document must both be those of its file. */
@Schema(name = "FoundChild")
public record FoundChild(
        @NotNull @Size(max = 50) String fullName,
        @NotNull IdType idType,
        @NotNull @Size(max = 40) String idNumber) {

    @Override
    public String toString() {
        return "***";
    }
}
