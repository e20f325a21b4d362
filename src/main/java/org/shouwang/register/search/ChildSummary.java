package org.shouwang.register.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.SexCode;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.FileStatus;
import org.shouwang.register.child.LivingStatus;
import org.shouwang.register.child.RiskLevel;

/** A child in a list: no address, the number masked, only categories that hold today. */
@Schema(name = "ChildSummary")
record ChildSummary(
        UUID id,
        int version,
        String fullName,
        SexCode sexCode,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable String idNumberMasked,
        AreaCode residenceAreaCode,
        @Nullable String hamlet,
        @Nullable UUID householdId,
        @Nullable LivingStatus livingStatus,
        @Nullable RiskLevel riskLevel,
        FileStatus fileStatus,

        @Schema(description = "Another file seems to be of the same person")
        boolean duplicate,

        @Nullable UUID responsibleAppointmentId,
        List<CategoryCode> categories) {

    ChildSummary without(Predicate<CategoryCode> hidden) {
        return new ChildSummary(
                id,
                version,
                fullName,
                sexCode,
                birthDate,
                birthYear,
                idNumberMasked,
                residenceAreaCode,
                hamlet,
                householdId,
                livingStatus,
                riskLevel,
                fileStatus,
                duplicate,
                responsibleAppointmentId,
                categories.stream().filter(hidden.negate()).toList());
    }

    @Override
    public String toString() {
        return "***";
    }
}
