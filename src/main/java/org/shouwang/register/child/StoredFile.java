package org.shouwang.register.child;

import java.util.Comparator;
import java.util.List;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;

/** A stored file as the form that would make it, so that an edit is judged by the rules of a new one. */
final class StoredFile {

    private StoredFile() {}

    static final Comparator<ChildForm.Link> BY_MEMBER =
            Comparator.comparing(link -> link.memberId().toString());

    static ChildForm form(Child child, ChildParts parts, SealedFields sealed) {
        List<ChildForm.Link> links =
                parts.links().stream().map(MemberChild::link).sorted(BY_MEMBER).toList();
        return new ChildForm(
                child.fullName,
                child.sexCode,
                child.birthDate,
                child.birthYear,
                child.idType,
                sealed.find(Column.CHILD_ID_NUMBER, child.id, child.idNumberCipher)
                        .orElse(null),
                sealed.find(Column.CHILD_CONTACT_PHONE, child.id, child.contactPhoneCipher)
                        .orElse(null),
                child.noContact,
                child.hukouRegistered,
                child.hukouAreaCode,
                sealed.find(Column.CHILD_HUKOU_ADDRESS, child.id, child.hukouAddressCipher)
                        .orElse(null),
                child.areaCode,
                sealed.find(Column.CHILD_RESIDENCE_ADDRESS, child.id, child.residenceAddressCipher)
                        .orElse(null),
                child.hamlet,
                child.ruralHukou,
                child.householdId,
                child.livingStatus,
                child.source,
                child.noticeGivenAt,
                child.noticeVersion,
                child.remark,
                links,
                null,
                null,
                child.clientTime,
                child.deviceId);
    }
}
