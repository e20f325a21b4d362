package org.shouwang.platform.sms;

import io.smallrye.mutiny.Uni;
import org.shouwang.platform.AreaCode;

/** What each county may spend on messages. Implemented by the room that keeps what counties decide. */
public interface SmsBudgets {

    /** The budget of the county today. Runs on the reactive pool. */
    Uni<SmsBudget> of(AreaCode county);
}
