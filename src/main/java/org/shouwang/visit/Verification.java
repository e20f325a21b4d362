package org.shouwang.visit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.visit.VisitCodes.Verdict;

/** One verification of one version of a visit, kept also when the visit is amended and verified again. */
@Entity
@Table(name = "visit_verification")
class Verification {

    @Id
    UUID id;

    UUID visitId;
    int version;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    byte @Nullable [] commentCipher;

    UUID appointmentId;
    byte[] requestHash;
    Instant createdAt;
    UUID createdBy;

    protected Verification() {}

    Verification(VerificationForm form, Visit visit, UUID appointmentId, Instant at, UUID workerId) {
        this.id = form.id();
        this.visitId = visit.id;
        this.version = visit.version;
        this.verdict = form.verdict();
        this.appointmentId = appointmentId;
        this.requestHash = RequestHash.of(form).bytes();
        this.createdAt = at;
        this.createdBy = workerId;
    }

    /** Whether this is the same request of the same worker again. */
    boolean repeats(VerificationForm again, UUID visit, UUID workerId) {
        return visitId.equals(visit)
                && createdBy.equals(workerId)
                && RequestHash.of(again).matches(requestHash);
    }
}
