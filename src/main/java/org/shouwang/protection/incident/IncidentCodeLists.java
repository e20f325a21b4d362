package org.shouwang.protection.incident;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of incidents, with the words of what to do. */
@Singleton
class IncidentCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(
                IncidentCodes.Situation.class,
                IncidentCodes.Discovery.class,
                IncidentCodes.SuspectRelation.class,
                IncidentCodes.ReportedTo.class,
                IncidentCodes.ReportChannel.class,
                IncidentCodes.Placement.class,
                IncidentCodes.Advice.class,
                Stage.class);
    }
}
