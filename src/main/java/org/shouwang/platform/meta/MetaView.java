package org.shouwang.platform.meta;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Meta", description = "Which server this is, what it can do, and within which limits")
record MetaView(
        @Schema(examples = "shouwang") String product,

        @Schema(description = "Version of the API, as in its paths", examples = "1")
        String apiVersion,

        @Schema(examples = "0.1.0") String serverVersion,

        @Schema(description = "The server's clock, by which a phone measures its own")
        Instant serverTime,

        @Schema(description = "Zone in which days are counted", examples = "Asia/Shanghai")
        String zone,

        @Schema(description = "Older apps are answered 426, by platform; none is named where every version will do")
        Map<String, String> minimumAppVersions,

        @Schema(description = "Kinds of records in the feed")
        List<String> kinds,

        @Schema(description = "Types of operations that a phone may send")
        List<String> operationTypes,

        @Schema(description = "By name, as `mobile-contract/limits.json` says what they mean")
        Map<String, Long> limits) {}
