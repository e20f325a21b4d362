package org.shouwang.register.household;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;

/** The numbers of a member of a household, in full. */
@Schema(name = "MemberNumbers")
public record MemberNumbers(
        UUID memberId,
        String fullName,
        @Nullable String idNumber,
        @Nullable String phone) {

    public static MemberNumbers of(HouseholdMember member, SealedFields sealed) {
        return new MemberNumbers(
                member.id,
                member.fullName,
                sealed.find(Column.MEMBER_ID_NUMBER, member.id, member.idNumberCipher)
                        .orElse(null),
                sealed.find(Column.MEMBER_PHONE, member.id, member.phoneCipher).orElse(null));
    }

    @Override
    public String toString() {
        return "***";
    }
}
