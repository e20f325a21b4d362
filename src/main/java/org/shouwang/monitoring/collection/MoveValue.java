package org.shouwang.monitoring.collection;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shouwang.monitoring.collection.ActOnValue.Context;
import org.shouwang.monitoring.collection.ValueListener.Published;
import org.shouwang.monitoring.evidence.AttachEvidence;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;

/** Writes an act that was decided, in the transaction of the use case, and tells who listens of what is published by it. */
@Singleton
class MoveValue {

    private final ValueRows rows;
    private final ValueLedger ledger;
    private final AttachEvidence evidence;
    private final TrailRows trail;
    private final List<ValueListener> listeners;

    MoveValue(
            ValueRows rows,
            ValueLedger ledger,
            AttachEvidence evidence,
            TrailRows trail,
            @All List<ValueListener> listeners) {
        this.rows = rows;
        this.ledger = ledger;
        this.evidence = evidence;
        this.trail = trail;
        this.listeners = listeners;
    }

    /** Answers the value afterwards. */
    Uni<ValueView> move(
            SqlClient transaction, Context context, ValueAct act, ValueStatus next, Caller caller, Post post) {
        IndicatorValue value = context.value();
        Figures figures = act.figures();
        BigDecimal computed =
                figures == null ? null : context.indicator().value(figures.numerator(), figures.denominator());
        Uni<Void> written = figures == null
                ? rows.move(transaction, value.id(), next, next == ValueStatus.RETURNED ? act.reason() : null)
                : rows.replace(transaction, value.id(), next, figures, computed, caller.workerId());
        String action = "indicator-value." + act.kind().name().toLowerCase(Locale.ROOT);
        Subject subject = new Subject(SubmitValue.SUBJECT, value.id(), value.area());
        int version = value.valueVersion() + (figures == null ? 0 : 1);
        return written.chain(() -> evidence.attach(transaction, figures == null ? null : figures.evidenceFileIds()))
                .chain(() -> ledger.write(transaction, value.id(), version, act, computed, caller, post))
                .chain(() -> trail.changed(transaction, caller.workerId(), post, action, List.of(subject)))
                .chain(() -> rows.find(transaction, value.id()))
                .map(Optional::orElseThrow)
                .call(now -> now.status().isPublished()
                        ? told(transaction, context, now)
                        : Uni.createFrom().voidItem())
                .map(now -> ValueView.of(now, null, caller));
    }

    private Uni<Void> told(SqlClient transaction, Context context, IndicatorValue now) {
        Published published = new Published(
                now, context.published().period(), context.published().line());
        Uni<Void> told = Uni.createFrom().voidItem();
        for (ValueListener listener : listeners) {
            told = told.chain(() -> listener.published(transaction, published));
        }
        return told;
    }
}
