package org.shouwang.platform.audit;

import java.util.UUID;
import org.shouwang.platform.AreaCode;

/** What a trail entry is about. */
public record Subject(String type, UUID id, AreaCode area) {}
