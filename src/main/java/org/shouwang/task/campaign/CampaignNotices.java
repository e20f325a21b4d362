package org.shouwang.task.campaign;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.CampaignCounts.ToDo;

/** What is told of a campaign: to each worker once, however many tasks there are. */
final class CampaignNotices {

    /** The kind of record that such a notice opens. */
    static final String SUBJECT = "campaign";

    /** To whoever has something to do. */
    static final String BEGUN = "campaign-begun";

    /** To whoever may give to somebody what nobody holds. */
    static final String UNASSIGNED = "campaign-unassigned";

    /** To those above, when the last day is over. */
    static final String LATE = "campaign-late";

    /** How an inbox says how many. */
    private static final String TASKS = "campaign-tasks";

    private CampaignNotices() {}

    static Notice begun(UUID campaign, ToDo todo, Holder holder) {
        return notice(campaign, holder, BEGUN, campaign.toString(), Push.DAYTIME, todo.firstDueOn(), todo.tasks());
    }

    /** Of each day that has left something. */
    static Notice unassigned(UUID campaign, LocalDate day, Holder above, int tasks) {
        return notice(campaign, above, UNASSIGNED, campaign + "/" + day, Push.SUMMARY, null, tasks);
    }

    /** A campaign that was extended may be late again. */
    static Notice late(UUID campaign, LocalDate endOn, Holder above, int tasks) {
        return notice(campaign, above, LATE, campaign + "/" + endOn, Push.SUMMARY, endOn, tasks);
    }

    private static Notice notice(
            UUID campaign,
            Holder to,
            String event,
            String occurrence,
            Push push,
            @Nullable LocalDate dueOn,
            int tasks) {
        return new Notice(
                to.workerId(),
                to.workerNumber(),
                to.post().appointmentId(),
                event,
                occurrence,
                push,
                SUBJECT,
                campaign,
                dueOn,
                Map.of(TASKS, tasks));
    }
}
