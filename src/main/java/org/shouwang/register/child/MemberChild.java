package org.shouwang.register.child;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What holds between one member of a household and one child: father, mother, caregiver. */
@Entity
@Table(name = "member_child")
@IdClass(MemberChild.Key.class)
class MemberChild {

    @Id
    UUID childId;

    @Id
    UUID memberId;

    @Enumerated(EnumType.STRING)
    RelationCode relationCode;

    @Enumerated(EnumType.STRING)
    @Nullable
    ContactFreq contactFreq;

    @Nullable
    LocalDate lastReunionOn;

    boolean isPrimaryCaregiver;

    protected MemberChild() {}

    MemberChild(UUID childId, ChildForm.Link link) {
        this.childId = childId;
        this.memberId = link.memberId();
        this.relationCode = link.relationCode();
        this.contactFreq = link.contactFreq();
        this.lastReunionOn = link.lastReunionOn();
        this.isPrimaryCaregiver = link.isPrimaryCaregiver();
    }

    ChildForm.Link link() {
        return new ChildForm.Link(memberId, relationCode, contactFreq, lastReunionOn, isPrimaryCaregiver);
    }

    record Key(UUID childId, UUID memberId) implements Serializable {}
}
