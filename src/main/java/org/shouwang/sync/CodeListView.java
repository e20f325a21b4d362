package org.shouwang.sync;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The codes of one list in words, so that a phone shows them without network. */
@Schema(name = "CodeList")
record CodeListView(
        @Schema(description = "As the list is named in this document", examples = "VisitPurpose")
        String name,

        List<Code> codes) {

    @Schema(name = "Code")
    record Code(
            @Schema(examples = "FOLLOW_UP") String code,
            @Schema(examples = "回访") String zh,
            @Schema(examples = "Follow-up") String en) {}
}
