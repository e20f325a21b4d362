package org.shouwang.protection.violence;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** Cases by township; a town without any has no line. */
@Schema(name = "ViolenceStatistics")
record ViolenceStatisticsView(List<Line> items) {

    /** A number below which it may be one family that everybody knows: it is withheld. */
    static final int SMALL = 5;

    /** The figures of one township. */
    @Schema(name = "ViolenceStatisticsLine")
    record Line(AreaCode areaCode, Figure opened, Figure closed, Figure warningLetters, Figure orders) {}

    /** A number, where it is not small. */
    @Schema(name = "ViolenceFigure")
    record Figure(
            @Schema(description = "Null where it is withheld: at least one and less than five") @Nullable
            Integer count,

            boolean withheld) {

        static Figure of(long count) {
            boolean small = count > 0 && count < SMALL;
            return new Figure(small ? null : Math.toIntExact(count), small);
        }
    }
}
