package org.shouwang.protection.incident;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/**
 * What acts change of an incident, and who may do which. It always has somebody who answers for it.
 *
 * @param responsible the post that answers for it
 * @param responsibleRole its role
 * @param takenBy the post that took it; null while nobody has
 */
record Case(
        AreaCode area,
        Stage stage,
        UUID responsible,
        RoleCode responsibleRole,
        @Nullable UUID takenBy,
        boolean villageCut) {

    /** What an agency says of its own part. */
    private static final Set<Stage> AGENCYS = EnumSet.of(Stage.ACCEPTED_BY_AUTHORITY, Stage.EMERGENCY_HANDLED);

    /**
     * A case after an act, and the post that acted.
     *
     * @param next the same where there was nothing left to do
     */
    record Step(Case next, Post acting) {}

    /**
     * Decides on an act.
     *
     * @param about the post that the act names, while it is in force
     * @return refused with 404 where the case is not open to the caller, with 403 where the act is somebody else's, with 409
     *     where it is too late or too early
     */
    Result<Step> after(IncidentAct act, Standing standing, Optional<Post> about) {
        if (!standing.sees()) {
            return Result.refused(Problem.NOT_FOUND);
        }
        if (act instanceof IncidentAct.Take) {
            return by(standing.working()).flatMap(this::taken);
        }
        if (act instanceof IncidentAct.Reach reach) {
            return by(standing.working()).flatMap(post -> reached(reach.stage(), post, standing));
        }
        return by(standing.lead()).flatMap(lead -> led(act, lead, about));
    }

    private static Result<Post> by(Optional<Post> post) {
        return post.map(Result::ok).orElseGet(() -> Result.refused(Problem.ROLE_FORBIDDEN));
    }

    /** An agency answers for its own part only. */
    private Result<Step> taken(Post post) {
        if (post.role() == RoleCode.AGENCY_OFFICER) {
            return Result.refused(Problem.ROLE_FORBIDDEN);
        }
        if (post.appointmentId().equals(takenBy)) {
            return Result.ok(new Step(this, post));
        }
        return takenBy != null || !stage.isOpen()
                ? Result.refused(Problem.STATE_CONFLICT)
                : Result.ok(new Step(
                        new Case(area, stage, post.appointmentId(), post.role(), post.appointmentId(), villageCut),
                        post));
    }

    private Result<Step> reached(Stage to, Post post, Standing standing) {
        if (stage.takesLead(to) && standing.lead().isEmpty()) {
            return Result.refused(Problem.ROLE_FORBIDDEN);
        }
        if (post.role() == RoleCode.AGENCY_OFFICER && !AGENCYS.contains(to)) {
            return Result.refused(Problem.ROLE_FORBIDDEN);
        }
        return stage.next().contains(to)
                ? Result.ok(new Step(new Case(area, to, responsible, responsibleRole, takenBy, villageCut), post))
                : Result.refused(Problem.STATE_CONFLICT);
    }

    private Result<Step> led(IncidentAct act, Post lead, Optional<Post> about) {
        return switch (act.kind()) {
            case CUT_VILLAGE -> Result.ok(new Step(cut(lead), lead));
            case GRANT -> receiver(about, "appointmentId").map(post -> new Step(this, lead));
            case TRANSFER -> transferred(lead, about);
            case TAKE, STAGE -> throw new IllegalArgumentException("it is not the lead's alone: " + act.kind());
        };
    }

    /** What a post of the village answered for is the lead's now. */
    private Case cut(Post lead) {
        return Standing.VILLAGE.contains(responsibleRole)
                ? new Case(area, stage, lead.appointmentId(), lead.role(), takenBy, true)
                : new Case(area, stage, responsible, responsibleRole, takenBy, true);
    }

    private Result<Step> transferred(Post lead, Optional<Post> about) {
        if (!stage.isOpen()) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        return receiver(
                        about.filter(post -> post.areas().contains(area))
                                .filter(post -> post.has(Right.TASK_WORK) || post.has(Right.INCIDENT_LEAD)),
                        "toAppointmentId")
                .map(post ->
                        new Step(new Case(area, stage, post.appointmentId(), post.role(), takenBy, villageCut), lead));
    }

    /** A post in force that may read incidents; none of the village that was cut out. */
    private Result<Post> receiver(Optional<Post> about, String field) {
        return about.filter(post -> post.has(Right.INCIDENT_READ))
                .filter(post -> !(villageCut && Standing.VILLAGE.contains(post.role())))
                .map(Result::ok)
                .orElseGet(() -> Result.invalid(field, "incident-receiver"));
    }
}
