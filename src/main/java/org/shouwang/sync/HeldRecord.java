package org.shouwang.sync;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "HeldRecord", description = "A record that a phone of the caller holds when nothing was lost")
record HeldRecord(UUID id, int version) {}
