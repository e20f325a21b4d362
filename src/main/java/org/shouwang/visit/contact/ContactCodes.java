package org.shouwang.visit.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The codes of a contact (data dictionary, section 8). */
final class ContactCodes {

    private ContactCodes() {}

    @Schema(name = "ContactChannel")
    enum Channel {
        PHONE,
        WECHAT,
        FACE
    }

    /** With whom the worker spoke, or tried to. */
    @Schema(name = "ContactCounterpart")
    enum Counterpart {
        CHILD,
        CAREGIVER,
        FATHER,
        MOTHER,
        TEACHER
    }
}
