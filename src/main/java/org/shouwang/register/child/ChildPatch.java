package org.shouwang.register.child;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.SexCode;

/**
 * What is to change of a child's file; what is left out stays, and a blank takes an optional text away. Where the child lives
 * changes by a move alone.
 */
@Schema(name = "ChildPatch")
record ChildPatch(
        @Nullable String fullName,
        @Nullable SexCode sexCode,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,

        @Schema(description = "NONE takes the number away") @Nullable
        IdType idType,

        @Size(max = 40) @Nullable String idNumber,
        @Size(max = 20) @Nullable String contactPhone,
        @Nullable Boolean noContact,
        @Nullable Boolean hukouRegistered,
        @Nullable AreaCode hukouAreaCode,
        @Size(max = 200) @Nullable String hukouAddress,
        @Size(max = 200) @Nullable String residenceAddress,
        @Size(max = 50) @Nullable String hamlet,
        @Nullable Boolean ruralHukou,

        @Schema(description = "Only while the file has none") @Nullable
        UUID householdId,

        @Nullable LivingStatus livingStatus,
        @Nullable FileSource source,
        @Nullable Instant noticeGivenAt,
        @Size(max = 20) @Nullable String noticeVersion,
        @Size(max = 1000) @Nullable String remark,

        @Schema(description = "Members that are new to the child or stand otherwise to it; the others stay")
        @Size(max = 50)
        @Nullable
        List<ChildForm.@NotNull @Valid Link> members,

        @Schema(
                description =
                        "Members who are nothing to the child any more; a parent stays its parent wherever it lives")
        @Size(max = 50)
        @Nullable
        List<@NotNull UUID> endedMembers,

        @Schema(description = "The first one; only while nobody has assessed the child") @Valid
        ChildForm.@Nullable Assessment assessment) {

    /** The file as it would be. */
    ChildForm over(ChildForm stored) {
        return new ChildForm(
                fullName == null ? stored.fullName() : fullName,
                sexCode == null ? stored.sexCode() : sexCode,
                or(birthDate, stored.birthDate()),
                birthDate == null ? or(birthYear, stored.birthYear()) : birthYear,
                or(idType, stored.idType()),
                idType == IdType.NONE ? idNumber : or(idNumber, stored.idNumber()),
                Boolean.TRUE.equals(noContact) ? contactPhone : or(contactPhone, stored.contactPhone()),
                contactPhone == null ? or(noContact, stored.noContact()) : noContact,
                or(hukouRegistered, stored.hukouRegistered()),
                or(hukouAreaCode, stored.hukouAreaCode()),
                text(hukouAddress, stored.hukouAddress()),
                stored.residenceAreaCode(),
                text(residenceAddress, stored.residenceAddress()),
                text(hamlet, stored.hamlet()),
                or(ruralHukou, stored.ruralHukou()),
                or(householdId, stored.householdId()),
                or(livingStatus, stored.livingStatus()),
                or(source, stored.source()),
                or(noticeGivenAt, stored.noticeGivenAt()),
                text(noticeVersion, stored.noticeVersion()),
                text(remark, stored.remark()),
                links(stored.links()),
                null,
                assessment,
                stored.clientTime(),
                stored.deviceId());
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T stored) {
        return given == null ? stored : given;
    }

    private static @Nullable String text(@Nullable String given, @Nullable String stored) {
        if (given == null) {
            return stored;
        }
        return given.isBlank() ? null : given.strip();
    }

    private List<ChildForm.Link> links(List<ChildForm.Link> stored) {
        Map<String, ChildForm.Link> links = new TreeMap<>();
        stored.forEach(link -> links.put(link.memberId().toString(), link));
        ended().forEach(member -> links.remove(member.toString()));
        linked().forEach(link -> links.put(link.memberId().toString(), link));
        return List.copyOf(links.values());
    }

    List<ChildForm.Link> linked() {
        return members == null ? List.of() : members;
    }

    List<UUID> ended() {
        return endedMembers == null ? List.of() : endedMembers;
    }

    @Override
    public String toString() {
        return "***";
    }
}
