package org.shouwang.monitoring.bulletin;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(
        name = "Bulletin",
        description = "A bulletin (通报): where the two plans of a county stand in a period, said to all units")
record BulletinView(
        UUID id,
        int version,
        AreaCode areaCode,
        UUID periodId,
        int year,

        @Schema(description = "Absent for the year as a whole") @Nullable
        Integer quarter,

        BulletinStatus status,

        @Schema(description = "Whether units are ranked (排名)")
        boolean ranked,

        @Nullable String opening,
        @Nullable String closing,

        @Schema(description = "Running per office and year; absent while it is a draft", examples = "妇儿工委通〔2026〕3号")
        @Nullable
        String bulletinNo,

        @Nullable LocalDate issuedOn,

        @Schema(description = "In whose place it comes (更正通报)") @Nullable
        UUID replaces,

        @Schema(description = "The one that was issued in its place: that one counts") @Nullable
        UUID replacedBy,

        @Schema(
                description =
                        "Only of a single bulletin: of a draft live, else as it was issued; absent where it was withdrawn")
        @Nullable
        BulletinContent content)
        implements Answers.Versioned {

    static BulletinView of(Bulletin bulletin, @Nullable BulletinContent content) {
        return new BulletinView(
                bulletin.id(),
                bulletin.version(),
                bulletin.area(),
                bulletin.periodId(),
                bulletin.year(),
                bulletin.quarter(),
                bulletin.status(),
                bulletin.ranked(),
                bulletin.opening(),
                bulletin.closing(),
                bulletin.bulletinNo(),
                bulletin.issuedOn(),
                bulletin.replaces(),
                bulletin.replacedBy(),
                content);
    }
}
