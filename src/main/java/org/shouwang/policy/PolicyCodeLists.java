package org.shouwang.policy;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of follow-up policies. */
@Singleton
class PolicyCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(Span.Unit.class, PolicyAtView.Source.class);
    }
}
