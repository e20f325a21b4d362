package org.shouwang.register.move;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of moves. */
@Singleton
class MoveCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(MoveState.class, Side.class);
    }
}
