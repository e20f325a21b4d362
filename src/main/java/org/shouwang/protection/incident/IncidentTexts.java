package org.shouwang.protection.incident;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.protection.SealedTexts;

/** Closes the texts of incidents on their way into the database, and opens them on their way out. */
@Singleton
class IncidentTexts {

    private final SealedTexts texts;

    IncidentTexts(SealedTexts texts) {
        this.texts = texts;
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
        return texts.closed(column, row, text);
    }

    @Nullable
    String opened(SealedColumn column, UUID row, byte @Nullable [] closed) {
        return texts.opened(column, row, closed);
    }
}
