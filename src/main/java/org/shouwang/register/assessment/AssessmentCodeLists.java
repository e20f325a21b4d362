package org.shouwang.register.assessment;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of assessments. */
@Singleton
class AssessmentCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(AssessmentState.class, EmergencySign.class);
    }
}
