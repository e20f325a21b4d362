package org.shouwang.visit.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.http.Answers;
import org.shouwang.visit.contact.ContactCodes.Channel;
import org.shouwang.visit.contact.ContactCodes.Counterpart;

/** A contact as one caller may see it. */
@Schema(name = "Contact")
record ContactView(
        UUID id,
        int version,
        AreaCode areaCode,
        AreaCode recordedAreaCode,

        @Schema(description = "Only the children who live in the caller's scope")
        List<UUID> childIds,

        UUID authorAppointmentId,
        Instant contactedAt,
        Channel channel,
        Counterpart counterpart,
        boolean reached,

        @Schema(description = "One text about all of the children: only for whoever may read of each of them") @Nullable
        String summary,

        @Schema(description = "There is a summary, and it is not for this caller")
        boolean summaryWithheld,

        boolean needsVisit,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        @Nullable Instant clientTime,
        @Nullable UUID deviceId)
        implements Answers.Versioned {

    /** What the access log calls a contact. */
    static final String SUBJECT = "Contact";

    /**
     * Empty when no child of it lives where the right holds.
     *
     * @param homes where each of its children lives now
     */
    static Optional<ContactView> forCaller(
            Contact contact, Map<UUID, AreaCode> homes, @Nullable String summary, Caller caller, Right right) {
        List<UUID> shown = homes.entrySet().stream()
                .filter(child -> caller.may(right, child.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        boolean ofAll = homes.values().stream().allMatch(home -> caller.sees(right, FieldClass.S, home));
        return shown.isEmpty() ? Optional.empty() : Optional.of(of(contact, shown, summary, !ofAll));
    }

    private static ContactView of(Contact contact, List<UUID> shown, @Nullable String summary, boolean withheld) {
        return new ContactView(
                contact.id,
                contact.version,
                contact.areaCode,
                contact.recordedAreaCode,
                shown,
                contact.authorAppointmentId,
                contact.contactedAt,
                contact.channel,
                contact.counterpart,
                contact.reached,
                withheld ? null : summary,
                withheld && summary != null,
                contact.needsVisit,
                contact.createdAt,
                contact.createdBy,
                contact.updatedAt,
                contact.updatedBy,
                contact.clientTime,
                contact.deviceId);
    }

    /** Who looks at a contact looks at its children. */
    Stream<Subject> shown(Map<UUID, AreaCode> homes) {
        return Stream.concat(Stream.of(id), childIds.stream())
                .map(one -> new Subject(SUBJECT, one, homes.getOrDefault(one, homes.get(childIds.get(0)))));
    }

    @Override
    public String toString() {
        return "***";
    }
}
