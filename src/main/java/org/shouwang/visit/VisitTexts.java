package org.shouwang.visit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.SealedColumn;

/** Closes the texts of visits on their way into the database, and opens them on their way out. */
@Singleton
class VisitTexts {

    private final FieldCipher cipher;
    private final VisitConfig config;

    VisitTexts(FieldCipher cipher, VisitConfig config) {
        this.cipher = cipher;
        this.config = config;
    }

    /** Fills the columns of a new visit with its texts. */
    void close(StoredVisit stored) {
        Visit visit = stored.visit();
        visit.findingsCipher = closed(VisitSealed.FINDINGS, of(visit), visit.findings);
        visit.clearFindings = clear(visit.findings);
        visit.actionsNoteCipher = closed(VisitSealed.ACTIONS_NOTE, of(visit), visit.actionsNote);
        visit.clearActionsNote = clear(visit.actionsNote);
        closeComment(visit);
        for (VisitChild child : stored.children()) {
            child.injuryAreaCipher = closed(VisitSealed.INJURY_AREA, of(child), child.injuryArea);
            child.clearInjuryArea = clear(child.injuryArea);
            child.injuryCauseCipher = closed(VisitSealed.INJURY_CAUSE, of(child), child.injuryCause);
            child.clearInjuryCause = clear(child.injuryCause);
            child.findingsCipher = closed(VisitSealed.CHILD_FINDINGS, of(child), child.findings);
            child.clearFindings = clear(child.findings);
        }
    }

    /** Fills the column of what the verification said. No earlier release knows it: it never stands in the clear. */
    private void closeComment(Visit visit) {
        visit.verifyCommentCipher = visit.verifyComment == null
                ? null
                : cipher.encrypt(visit.verifyComment, VisitSealed.VERIFY_COMMENT.placeOf(of(visit)));
    }

    /** Fills the columns of a new verification and of its visit. */
    void closeComment(Visit visit, Verification verification) {
        closeComment(visit);
        verification.commentCipher = visit.verifyComment == null
                ? null
                : cipher.encrypt(
                        visit.verifyComment, VisitSealed.VERIFICATION_COMMENT.placeOf(List.of(verification.id)));
    }

    /** Answers the visit with its texts read from its columns. */
    StoredVisit opened(StoredVisit stored) {
        Visit visit = stored.visit();
        visit.findings = opened(VisitSealed.FINDINGS, of(visit), visit.findingsCipher, visit.clearFindings);
        visit.actionsNote =
                opened(VisitSealed.ACTIONS_NOTE, of(visit), visit.actionsNoteCipher, visit.clearActionsNote);
        visit.verifyComment = opened(VisitSealed.VERIFY_COMMENT, of(visit), visit.verifyCommentCipher, null);
        for (VisitChild child : stored.children()) {
            child.injuryArea =
                    opened(VisitSealed.INJURY_AREA, of(child), child.injuryAreaCipher, child.clearInjuryArea);
            child.injuryCause =
                    opened(VisitSealed.INJURY_CAUSE, of(child), child.injuryCauseCipher, child.clearInjuryCause);
            child.findings = opened(VisitSealed.CHILD_FINDINGS, of(child), child.findingsCipher, child.clearFindings);
        }
        return stored;
    }

    private static List<UUID> of(Visit visit) {
        return List.of(visit.id);
    }

    private static List<UUID> of(VisitChild child) {
        return List.of(child.visitId, child.childId);
    }

    private byte @Nullable [] closed(SealedColumn column, List<UUID> row, @Nullable String text) {
        return text == null || !config.sealTexts() ? null : cipher.encrypt(text, column.placeOf(row));
    }

    private @Nullable String clear(@Nullable String text) {
        return config.sealTexts() ? null : text;
    }

    private @Nullable String opened(
            SealedColumn column, List<UUID> row, byte @Nullable [] closed, @Nullable String clear) {
        return closed == null ? clear : cipher.decrypt(closed, column.placeOf(row));
    }
}
