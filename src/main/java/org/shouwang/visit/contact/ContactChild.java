package org.shouwang.visit.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.shouwang.platform.AreaCode;

/** A child of whom a contact was. */
@Entity
@IdClass(ContactChild.Key.class)
class ContactChild {

    @Id
    UUID contactId;

    @Id
    UUID childId;

    /** Where the child lives now: it moves with the child. */
    AreaCode areaCode;

    Instant contactedAt;

    protected ContactChild() {}

    ContactChild(Contact contact, UUID childId, AreaCode areaCode) {
        this.contactId = contact.id;
        this.childId = childId;
        this.areaCode = areaCode;
        this.contactedAt = contact.contactedAt;
    }

    /** Key of one child of a contact. */
    record Key(UUID contactId, UUID childId) implements Serializable {}
}
