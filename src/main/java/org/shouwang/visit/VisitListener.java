package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/**
 * Told of what becomes of visits, in the transaction of the change and on its session: what a listener writes stands or falls
 * with it. Listeners are beans of higher rooms and are called one after the other. A repeated request tells nobody again.
 */
public interface VisitListener {

    /** Those with a smaller order are told first: what a visit settles, before what it asks for. */
    default int order() {
        return 0;
    }

    /**
     * Acts on a visit that was just written.
     *
     * @param acting the post under which the visitor recorded it
     */
    Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting);

    /**
     * Acts on a visit whose author had second thoughts.
     *
     * @param before as it read until now, with the levels that its children have today: whatever differs was amended
     */
    default Uni<Void> amended(RecordedVisit before, RecordedVisit now, Caller caller, Post acting) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Acts on a visit that was found right (核查). It does not change any more.
     *
     * @param acting the post under which it was verified
     */
    default Uni<Void> verified(RecordedVisit visit, Caller caller, Post acting) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Acts on a visit that was returned to its author (退回), who may amend it.
     *
     * @param acting the post under which it was returned
     */
    default Uni<Void> returned(RecordedVisit visit, Caller caller, Post acting) {
        return Uni.createFrom().voidItem();
    }
}
