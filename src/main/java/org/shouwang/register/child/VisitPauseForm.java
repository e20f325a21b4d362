package org.shouwang.register.child;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days on which no visit to a child is due. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@Schema(name = "VisitPauseForm")
record VisitPauseForm(
        @NotNull @Schema(description = "The first day, today or at most 30 days from today")
        LocalDate from,

        @NotNull
        @Schema(
                description =
                        "The last day, at most 90 days after the first; pauses less than 30 days apart are one of 180 days at most")
        LocalDate until,

        @NotNull PauseReason reasonCode) {

    /** Where a child is, is of class S. */
    @Override
    public String toString() {
        return "***";
    }

    /** An end before its day. The id is the client's. */
    @Schema(name = "VisitPauseEnd")
    record End(@NotNull UUID id) {}
}
