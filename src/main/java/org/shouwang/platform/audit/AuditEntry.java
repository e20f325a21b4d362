package org.shouwang.platform.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Post;

@Entity
@Table(name = "audit")
class AuditEntry {

    @Id
    UUID id;

    Instant at;

    /** Null, like post and role, where no worker did it. */
    @Nullable
    UUID workerId;

    @Nullable
    UUID appointmentId;

    @Nullable
    String roleCode;

    String action;
    String subjectType;
    UUID subjectId;

    @Nullable
    Long areaCode;

    @Nullable
    String requestId;

    protected AuditEntry() {}

    AuditEntry(UUID id, Instant at, String action, Subject subject) {
        this.id = id;
        this.at = at;
        this.action = action;
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.areaCode = subject.areaValue();
    }

    AuditEntry(
            UUID id, Instant at, UUID workerId, Post post, String action, Subject subject, @Nullable String requestId) {
        this.id = id;
        this.at = at;
        this.workerId = workerId;
        this.appointmentId = post.appointmentId();
        this.roleCode = post.role().name();
        this.action = action;
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.areaCode = subject.areaValue();
        this.requestId = requestId;
    }
}
