package org.shouwang.sync.operation;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** What becomes of operations. */
@Singleton
class OperationCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(Outcome.class, PhoneOperation.Settlement.class);
    }
}
