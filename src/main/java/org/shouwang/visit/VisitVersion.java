package org.shouwang.visit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A version of a visit that was amended since; its {@link VisitBody} is sealed. */
@Entity
@Table(name = "visit_version")
class VisitVersion {

    @Id
    UUID id;

    UUID visitId;
    int version;
    byte[] bodyCipher;
    Instant replacedAt;
    UUID replacedBy;

    protected VisitVersion() {}

    VisitVersion(UUID id, Visit visit, byte[] bodyCipher, Instant replacedAt, UUID replacedBy) {
        this.id = id;
        this.visitId = visit.id;
        this.version = visit.version;
        this.bodyCipher = bodyCipher;
        this.replacedAt = replacedAt;
        this.replacedBy = replacedBy;
    }
}
