package org.shouwang.monitoring.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that is to be sent. */
@Schema(name = "EvidenceFileForm")
record EvidenceForm(
        @NotNull @Schema(description = "Whose document it is")
        UUID unitId,

        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "[^\\p{Cntrl}/\\\\]+")
        @Schema(description = "A name of the document, never a person's", examples = "2026年第一季度学前教育统计表.xlsx")
        String name,

        @NotNull EvidenceType mediaType,

        @NotNull @Min(1) @Max(EvidenceForm.LARGEST) @Schema(description = "In bytes")
        Integer size,

        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}")
        @Schema(description = "SHA-256 of the whole file, in hexadecimal digits")
        String sha256) {

    static final int LARGEST = 20 * Parts.PART;

    @Override
    public String toString() {
        return "***";
    }
}
