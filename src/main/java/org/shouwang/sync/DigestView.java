package org.shouwang.sync;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Digests", description = "What a phone of the caller holds when nothing was lost")
record DigestView(
        @Schema(
                description =
                        "Every kind of record that the server keeps for phones, also those of which there is none")
        List<Digest> kinds) {}
