package org.shouwang.register.household;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A household, and in full what it shows as a mask: its phone, and the numbers of its members. */
@Schema(name = "FullHousehold")
record FullHouseholdView(HouseholdView household, @Nullable String phone, List<MemberNumbers> members) {

    @Override
    public String toString() {
        return "***";
    }
}
