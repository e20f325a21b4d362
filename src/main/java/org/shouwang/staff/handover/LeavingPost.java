package org.shouwang.staff.handover;

import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;

/**
 * An appointment that is to end, whether it is still in force or not.
 *
 * @param area its area, or that of its organisation
 */
record LeavingPost(UUID id, UUID workerId, RoleCode role, AreaCode area, LocalDate appointedOn) {}
