package org.shouwang.register.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A search by name or number. It is a body, since neither may stand in an address. */
@Schema(name = "ChildSearch")
record ChildSearchForm(
        @NotBlank
        @Size(max = 50)
        @Schema(description = "Any part of the name, its pinyin or its initials, or the full number of a document")
        String text,

        @Schema(description = "In this area or below it") @Nullable
        AreaCode area,

        @Schema(description = "Where to go on: `next` of the page before") @Nullable
        String cursor,

        @Schema(description = "Rows a page, 100 if left out") @Min(1) @Max(500) @Nullable
        Integer limit) {

    private static final int USUAL_LIMIT = 100;

    int rows() {
        return limit == null ? USUAL_LIMIT : limit;
    }

    @Override
    public String toString() {
        return "***";
    }
}
