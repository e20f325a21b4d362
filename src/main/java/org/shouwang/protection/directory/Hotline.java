package org.shouwang.protection.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A number that somebody in danger, or who sees a danger, can call. */
@Schema(name = "Hotline")
public record Hotline(
        @Schema(description = "What to try first has the smallest number")
        int sort,

        @Schema(description = "Where it can be called, with all below; everywhere without it") @Nullable
        AreaCode areaCode,

        @Schema(examples = "110") String number,
        @Schema(examples = "公安报警") String name,

        @Schema(description = "The name in English, where it has one; else the name", examples = "Police")
        String nameEn) {

    Hotline sorted(int place) {
        return new Hotline(place, areaCode, number, name, nameEn);
    }
}
