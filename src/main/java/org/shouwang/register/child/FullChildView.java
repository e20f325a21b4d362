package org.shouwang.register.child;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.household.MemberNumbers;

/** A child's file, and in full what it shows as a mask: the child's number, its contact, and those of its caregivers. */
@Schema(name = "FullChild")
record FullChildView(
        ChildView file, @Nullable String idNumber, @Nullable String contactPhone, List<MemberNumbers> members) {

    @Override
    public String toString() {
        return "***";
    }
}
