package org.shouwang.protection.incident;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.SealedColumn;

/** Closes the texts of incidents on their way into the database, and opens them on their way out. */
@Singleton
class IncidentTexts {

    private final FieldCipher cipher;

    IncidentTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Fills the columns of an incident with its texts. */
    void close(Incident incident) {
        incident.unknownChildDescCipher = closed(IncidentSealed.CHILD, incident.id, incident.unknownChildDesc);
        incident.policeCaseNoCipher = closed(IncidentSealed.CASE_NO, incident.id, incident.policeCaseNo);
        incident.policeContactCipher = closed(IncidentSealed.CONTACT, incident.id, incident.policeContact);
    }

    /** The incident with its texts read from its columns. */
    Incident opened(Incident incident) {
        incident.unknownChildDesc = opened(IncidentSealed.CHILD, incident.id, incident.unknownChildDescCipher);
        incident.policeCaseNo = opened(IncidentSealed.CASE_NO, incident.id, incident.policeCaseNoCipher);
        incident.policeContact = opened(IncidentSealed.CONTACT, incident.id, incident.policeContactCipher);
        return incident;
    }

    byte @Nullable [] closed(SealedColumn column, UUID row, @Nullable String text) {
        return text == null ? null : cipher.encrypt(text, column.placeOf(List.of(row)));
    }

    @Nullable
    String opened(SealedColumn column, UUID row, byte @Nullable [] closed) {
        return closed == null ? null : cipher.decrypt(closed, column.placeOf(List.of(row)));
    }
}
