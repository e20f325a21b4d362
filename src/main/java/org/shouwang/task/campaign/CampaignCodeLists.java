package org.shouwang.task.campaign;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of campaigns. */
@Singleton
class CampaignCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(CampaignKind.class, CampaignSeason.class, CampaignSubject.class, CampaignStatus.class);
    }
}
