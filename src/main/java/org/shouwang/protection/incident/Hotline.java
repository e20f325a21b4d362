package org.shouwang.protection.incident;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A number that somebody in danger, or who sees a danger, can call. */
@Schema(name = "Hotline")
record Hotline(
        @Schema(description = "What to try first has the smallest number")
        int sort,

        @Schema(description = "Where it can be called, with all below; everywhere without it") @Nullable
        AreaCode areaCode,

        @Schema(examples = "110") String number,
        @Schema(examples = "公安报警") String name,
        @Schema(examples = "Police") String nameEn) {}
