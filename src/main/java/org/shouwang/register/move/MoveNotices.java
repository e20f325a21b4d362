package org.shouwang.register.move;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.staff.Posts.Holder;

/** What workers are told of moves. The occurrence names move, stage and the day on which was asked. */
final class MoveNotices {

    static final String MOVE = "move";

    private MoveNotices() {}

    /** Whoever is asked learns of it, but who asked. */
    static List<Notice> asked(ChildMove move, List<Holder> holders) {
        return notices(move, others(holders, move.updatedBy), "move-asked", "asked", Push.DAYTIME);
    }

    static List<Notice> step(ChildMove move, MoveStep step, List<Holder> holders) {
        return notices(move, holders, step.event(move.state), step.name(), step.push());
    }

    /** What became of it, for both sides but who did it. */
    static List<Notice> answered(
            ChildMove move, MoveAction.Kind kind, Collection<Holder> leaving, Collection<Holder> receiving) {
        String event =
                switch (kind) {
                    case ACCEPT -> "move-accepted";
                    case RETURN -> "move-returned";
                    case CANCEL, DISMISS -> "move-cancelled";
                    case REQUEST -> throw new IllegalArgumentException("a request is no answer");
                };
        List<Holder> concerned =
                Stream.concat(leaving.stream(), receiving.stream()).distinct().toList();
        return notices(move, others(concerned, move.updatedBy), event, kind.name(), Push.DAYTIME);
    }

    private static List<Holder> others(List<Holder> holders, UUID actor) {
        return holders.stream()
                .filter(holder -> !holder.workerId().equals(actor))
                .toList();
    }

    private static List<Notice> notices(ChildMove move, List<Holder> holders, String event, String stage, Push push) {
        return holders.stream()
                .map(holder -> new Notice(
                        holder.workerId(),
                        holder.workerNumber(),
                        holder.post().appointmentId(),
                        event,
                        move.id + "/" + stage + "/" + move.askedAt.toEpochMilli(),
                        push,
                        MOVE,
                        move.id,
                        null))
                .toList();
    }
}
