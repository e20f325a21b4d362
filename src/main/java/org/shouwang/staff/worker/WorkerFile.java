package org.shouwang.staff.worker;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.worker.HeldPostRows.Appointment;

/**
 * All that is kept of a worker.
 *
 * @param activated whether there is a password to sign in with
 * @param appointments past ones too
 */
record WorkerFile(
        UUID id,
        int version,
        String fullName,
        String sexCode,
        PhoneNumber phone,
        WorkerStatus status,
        boolean activated,
        List<Appointment> appointments) {

    boolean inOffice() {
        return appointments.stream().anyMatch(appointment -> !appointment.ended());
    }

    /** What decides whose business this worker is: the posts in force or to come, else the former ones. */
    private List<HeldPost> posts() {
        return appointments.stream()
                .filter(appointment -> !inOffice() || !appointment.ended())
                .map(Appointment::post)
                .toList();
    }

    /** Where the worker belongs to, for the trail. */
    Optional<AreaCode> area() {
        return posts().stream().flatMap(post -> post.place().area().stream()).findFirst();
    }

    boolean isSeenBy(Caller caller) {
        return appointments.stream()
                .anyMatch(appointment ->
                        Appointing.maySee(caller, appointment.post().place()));
    }

    /**
     * The post under which the caller may edit this worker.
     *
     * @return refused with 404 out of sight, with 403 for oneself and for whom the caller could not have appointed, with 422
     *     when several posts could act and none is named
     */
    Result<Post> carer(Caller caller) {
        if (!isSeenBy(caller)) {
            return Result.refused(Problem.NOT_FOUND);
        }
        List<Post> able = Appointing.able(caller, post -> Appointing.mayCareFor(post, posts()));
        if (able.isEmpty() || caller.workerId().equals(id)) {
            return Result.refused(Problem.ROLE_FORBIDDEN);
        }
        return Appointing.chosen(able, caller.named())
                .map(Result::ok)
                .orElseGet(() -> Result.refused(Problem.APPOINTMENT_NEEDED));
    }

    @Override
    public String toString() {
        return "***";
    }
}
