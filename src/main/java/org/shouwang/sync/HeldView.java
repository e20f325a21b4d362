package org.shouwang.sync;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "HeldRecords", description = "The records of one kind, by id")
record HeldView(
        String kind,
        List<HeldRecord> records,

        @Schema(description = "Send it as `after` for the next page; absent on the last one") @Nullable
        UUID next) {}
