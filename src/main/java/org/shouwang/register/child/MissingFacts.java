package org.shouwang.register.child;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a child's file still lacks (data dictionary, section 1: the mandatory fields, and those that are on a condition). The
 * state of an open file follows from it and from nothing else.
 */
final class MissingFacts {

    private MissingFacts() {}

    /**
     * Names of the fields, as the form names them; none of them stands for a default. With {@code duplicateOf} nobody has said
     * yet whether another file is of the same person.
     */
    static List<String> of(Child child, ChildParts parts) {
        List<String> missing = new ArrayList<>();
        need(child.birthDate, "birthDate", missing);
        need(child.idType, "idType", missing);
        if (child.idType != null && child.idType != IdType.NONE) {
            need(child.idNumberCipher, "idNumber", missing);
        }
        need(child.hukouRegistered, "hukouRegistered", missing);
        if (Boolean.TRUE.equals(child.hukouRegistered)) {
            need(child.hukouAreaCode, "hukouAreaCode", missing);
        }
        need(child.residenceAddressCipher, "residenceAddress", missing);
        need(child.ruralHukou, "ruralHukou", missing);
        need(child.householdId, "householdId", missing);
        need(child.livingStatus, "livingStatus", missing);
        need(child.source, "source", missing);
        need(child.noticeGivenAt, "noticeGivenAt", missing);
        need(child.noticeVersion, "noticeVersion", missing);
        boolean caredFor = parts.links().stream().anyMatch(link -> link.isPrimaryCaregiver);
        need(caredFor ? child : null, "members", missing);
        need(child.riskLevel, "assessment", missing);
        need(child.duplicateOf == null ? child : null, "duplicateOf", missing);
        return missing;
    }

    /** The state of a file that is neither closed nor on its way to another village. */
    static FileStatus status(Child child, ChildParts parts) {
        return of(child, parts).isEmpty() ? FileStatus.ACTIVE : FileStatus.DRAFT;
    }

    private static void need(@Nullable Object fact, String field, List<String> missing) {
        if (fact == null) {
            missing.add(field);
        }
    }
}
