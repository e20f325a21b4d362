package org.shouwang.register;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of people and of files. */
@Singleton
class RegisterCodeLists implements CodeLists {

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
                CategoryCode.class,
                CategoryStatus.class,
                RiskLevel.class);
    }
}
