package org.shouwang.platform;

import java.util.UUID;

/** One child's file that was opened to a post outside its area for some hours, with a reason; in force now. */
public record Grant(UUID id, UUID appointmentId, UUID childId) {}
