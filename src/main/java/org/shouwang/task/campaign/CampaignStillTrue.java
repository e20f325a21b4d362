package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.StillTrue;
import org.shouwang.task.CampaignCounts;
import org.shouwang.task.CampaignCounts.Held;

/** Nobody is woken for a campaign of which the own part is done, or which was closed meanwhile. */
@Singleton
class CampaignStillTrue implements StillTrue {

    private final CampaignCounts counts;

    CampaignStillTrue(CampaignCounts counts) {
        this.counts = counts;
    }

    @Override
    public String subjectType() {
        return CampaignNotices.SUBJECT;
    }

    @Override
    public Uni<Set<UUID>> outdated(Collection<Told> told) {
        Set<Held> begun = told.stream()
                .filter(one -> one.event().equals(CampaignNotices.BEGUN))
                .map(CampaignStillTrue::held)
                .collect(Collectors.toSet());
        return counts.doneBy(begun).map(done -> told.stream()
                .filter(one -> one.event().equals(CampaignNotices.BEGUN) && done.contains(held(one)))
                .map(Told::notificationId)
                .collect(Collectors.toSet()));
    }

    private static Held held(Told told) {
        return new Held(told.subjectId(), told.appointmentId());
    }
}
