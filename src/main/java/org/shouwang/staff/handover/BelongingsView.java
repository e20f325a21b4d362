package org.shouwang.staff.handover;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;

@Schema(name = "Belongings", description = "What a handover would pass on now")
record BelongingsView(
        UUID appointmentId,
        RoleCode roleCode,
        AreaCode areaCode,
        int openChildren,
        int openTasks,
        int openReferrals,
        List<HandoverItem> items) {

    static BelongingsView of(LeavingPost post, List<HandoverItem> items) {
        return new BelongingsView(
                post.id(),
                post.role(),
                post.area(),
                HandoverItem.count(items, HandoverItem.CHILD),
                HandoverItem.count(items, HandoverItem.TASK),
                HandoverItem.count(items, HandoverItem.REFERRAL),
                items);
    }

    @Override
    public String toString() {
        return "***";
    }
}
