package org.shouwang.register.child;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;
import org.shouwang.register.SexCode;

/** The codes of children and their files. */
@Singleton
class ChildCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(
                SexCode.class,
                RelationCode.class,
                ContactFreq.class,
                IdType.class,
                LivingStatus.class,
                FileSource.class,
                FileStatus.class,
                CloseReason.class,
                PauseReason.class,
                CategoryCode.class,
                CategoryStatus.class,
                RiskLevel.class);
    }
}
