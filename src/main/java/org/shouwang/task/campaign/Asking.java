package org.shouwang.task.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.task.Carers;

/**
 * What a page of children asks for.
 *
 * @param missing one child for each subject that matches and has no task yet
 * @param given open tasks that were nobody's, by who gets them
 */
record Asking(List<Candidate> missing, Map<UUID, UUID> given) {

    /**
     * What was made once is never made again, whatever became of it; whoever does not match any more keeps the task. A household is
     * given to whoever looks after the first of its children that is met with.
     */
    static Asking of(List<Candidate> page, Carers carers) {
        List<Candidate> missing = new ArrayList<>();
        Map<UUID, UUID> given = new HashMap<>();
        Set<UUID> asked = new HashSet<>();
        for (Candidate one : page) {
            UUID task = one.taskId();
            if (task == null && one.matches() && asked.add(one.subjectId())) {
                missing.add(one);
            }
            if (task != null && one.waits()) {
                carers.of(one.responsible(), one.area())
                        .ifPresent(
                                holder -> given.putIfAbsent(task, holder.post().appointmentId()));
            }
        }
        return new Asking(missing, given);
    }
}
