package org.shouwang.monitoring.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Answers;

@Schema(name = "EvidenceFile", description = "A document of a unit (佐证材料), and which of its parts are still to be sent")
record EvidenceView(
        UUID id,
        int version,
        UUID unitId,
        String name,
        EvidenceType mediaType,

        @Schema(description = "In bytes") int size,

        String sha256,

        @Schema(description = "Bytes of each part but the last")
        int partSize,

        @Schema(description = "How many parts it has") int parts,

        @Schema(description = "Numbers of the parts to be sent, from 1")
        List<Integer> missingParts,

        Instant declaredAt,

        @Schema(description = "When its last part came and the SHA-256 was right") @Nullable
        Instant completedAt,

        @Schema(description = "When it is deleted; absent once something refers to it") @Nullable
        Instant keepUntil)
        implements Answers.Versioned {

    static EvidenceView of(EvidenceFile file) {
        return new EvidenceView(
                file.id(),
                file.version(),
                file.unitId(),
                file.name(),
                file.type(),
                file.parts().size(),
                file.sha256(),
                Parts.PART,
                file.parts().count(),
                file.parts().missing(file.there()),
                file.declaredAt(),
                file.completedAt(),
                file.keepUntil());
    }

    @Override
    public String toString() {
        return "***";
    }
}
