package org.shouwang.visit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an injured child has, in the visitor's words (受伤情况). */
@Schema(name = "InjuryDetail")
record InjuryDetail(
        @NotBlank @Size(max = 100) @Schema(examples = "左膝") String area,

        @NotBlank @Size(max = 200) @Schema(examples = "骑车摔倒")
        String cause) {

    @Override
    public String toString() {
        return "***";
    }
}
