package org.shouwang.protection.referral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;

/** Who asks. Whoever reported a danger never shows through what is asked because of it (反家庭暴力法 art. 14). */
@Schema(name = "ReferralSender")
record SenderView(
        RoleCode roleCode,
        AreaCode areaCode,

        @Schema(description = "Not where it follows an incident or is confidential") @Nullable
        String fullName,

        @Schema(description = "For the receiver, where the name is shown") @Nullable
        String phone) {

    @Override
    public String toString() {
        return "***";
    }
}
