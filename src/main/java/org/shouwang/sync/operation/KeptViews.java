package org.shouwang.sync.operation;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.sync.operation.KeptTexts.Kept;

/** Shows an operation that was not accepted at once, each reader as much as is theirs. */
@Singleton
class KeptViews {

    private final KeptTexts texts;
    private final OperationResults results;

    KeptViews(KeptTexts texts, OperationResults results) {
        this.texts = texts;
        this.results = results;
    }

    KeptOperationView view(PhoneOperation operation, Caller caller, Locale locale) {
        boolean open = showsContent(operation, caller);
        @Nullable Kept kept = open ? texts.kept(operation) : null;
        return new KeptOperationView(
                operation.workerId,
                operation.id,
                operation.version,
                operation.type,
                operation.outcome,
                operation.at,
                operation.clockOffset,
                operation.receivedAt,
                OperationResults.record(operation),
                results.problem(operation, locale),
                operation.waitsFor,
                kept == null ? null : kept.conflict(),
                kept == null ? null : kept.form().body(),
                operation.settledAs,
                operation.settledAt,
                open ? texts.reason(operation) : null);
    }

    /** A body may say anything of a child, so it is shown to whoever made it, and to posts that see the most restricted. */
    private static boolean showsContent(PhoneOperation operation, Caller caller) {
        AreaCode area = operation.areaCode;
        return operation.workerId.equals(caller.workerId())
                || (area != null && caller.sees(Right.OPERATION_SETTLE, FieldClass.R, area));
    }
}
