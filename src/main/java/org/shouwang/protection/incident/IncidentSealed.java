package org.shouwang.protection.incident;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/** What reporters and those who work on a case write in their own words. Codes stay readable for figures. */
@Singleton
class IncidentSealed implements SealedColumns {

    static final SealedColumn CHILD = incident("unknown_child_desc_cipher");
    static final SealedColumn CASE_NO = incident("police_case_no_cipher");
    static final SealedColumn CONTACT = incident("police_contact_cipher");
    static final SealedColumn BODY = SealedColumn.of("incident_report", "body_cipher", "body_cipher");
    static final SealedColumn NOTE = SealedColumn.of("incident_act", "note_cipher", "note_cipher");

    private static SealedColumn incident(String column) {
        return SealedColumn.of("incident", column, column);
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(CHILD, CASE_NO, CONTACT, BODY, NOTE);
    }
}
