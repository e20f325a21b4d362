package org.shouwang.protection.violence;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of cases of violence. */
@Singleton
class ViolenceCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(
                ViolenceStage.class,
                StageStatus.class,
                CaseAct.Kind.class,
                OrderCodes.OrderApplicant.class,
                OrderCodes.OrderMeasure.class,
                OrderCodes.BreachReportedTo.class);
    }
}
