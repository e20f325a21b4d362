package org.shouwang.visit;

import java.time.Instant;
import java.util.UUID;

/** What a visit said at one version, and what was found of it; sealed as a whole when it is amended. */
record VisitBody(VisitForm form, Instant updatedAt, UUID updatedBy, VerifiedView verified) {

    static VisitBody of(StoredVisit stored) {
        Visit visit = stored.visit();
        return new VisitBody(VisitForm.of(stored), visit.updatedAt, visit.updatedBy, VerifiedView.of(visit, true));
    }

    @Override
    public String toString() {
        return "***";
    }
}
