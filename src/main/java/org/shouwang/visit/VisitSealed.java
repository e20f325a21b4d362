package org.shouwang.visit;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/** What visitors write in their own words: of an injury, of health, of the family. Codes stay readable for statistics. */
@Singleton
class VisitSealed implements SealedColumns {

    static final SealedColumn FINDINGS = visit("findings");
    static final SealedColumn ACTIONS_NOTE = visit("actions_note");
    static final SealedColumn VERIFY_COMMENT =
            SealedColumn.of("visit", "verify_comment_cipher", "verify_comment_cipher");
    static final SealedColumn VERSION_BODY = SealedColumn.of("visit_version", "body_cipher", "body_cipher");
    static final SealedColumn VERIFICATION_COMMENT =
            SealedColumn.of("visit_verification", "comment_cipher", "comment_cipher");
    static final SealedColumn INJURY_AREA = child("injury_area");
    static final SealedColumn INJURY_CAUSE = child("injury_cause");
    static final SealedColumn CHILD_FINDINGS = child("findings");

    private static final List<SealedColumn> ALL = List.of(
            FINDINGS,
            ACTIONS_NOTE,
            VERIFY_COMMENT,
            VERSION_BODY,
            VERIFICATION_COMMENT,
            INJURY_AREA,
            INJURY_CAUSE,
            CHILD_FINDINGS);

    private final VisitConfig config;

    VisitSealed(VisitConfig config) {
        this.config = config;
    }

    private static SealedColumn visit(String text) {
        return SealedColumn.of("visit", text + "_cipher", text + "_cipher").onceIn(text);
    }

    private static SealedColumn child(String text) {
        return SealedColumn.of("visit_child", text + "_cipher", text + "_cipher")
                .keyedBy("visit_id", "child_id")
                .onceIn(text);
    }

    @Override
    public List<SealedColumn> columns() {
        return config.sealTexts()
                ? ALL
                : ALL.stream().map(SealedColumn::keptClear).toList();
    }
}
