package org.shouwang.protection.incident;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number that somebody in danger, or who sees a danger, can call. */
@Schema(name = "Hotline")
record Hotline(
        @Schema(examples = "110") String number,
        @Schema(examples = "公安报警") String name,
        @Schema(examples = "Police") String nameEn) {}
