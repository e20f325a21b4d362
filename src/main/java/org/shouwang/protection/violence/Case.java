package org.shouwang.protection.violence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/**
 * What acts change of a case, and who may do which.
 *
 * @param responsible the post that answers for it: there is always one
 */
record Case(AreaCode area, Victim victim, boolean open, UUID responsible, Chain chain) {

    /** A case after an act, and the post that acted. */
    record Step(Case next, Post acting) {}

    /**
     * Decides on an act.
     *
     * @param about the post that the act names, while it is in force; of a case that is opened again whoever answered for it
     * @return refused with 404 where the case is not open to the caller, with 403 where the act is somebody else's, with 409
     *     where it is too late or too early
     */
    Result<Step> after(CaseAct act, CaseStanding standing, Optional<Post> about, Instant at) {
        if (!standing.sees()) {
            return Result.refused(Problem.NOT_FOUND);
        }
        if (act instanceof CaseAct.Say say) {
            return working(standing).flatMap(post -> chain.at(say.stage())
                    .said(say.status(), at, victim, say.organisationId())
                    .map(link -> new Step(with(chain.with(link)), post)));
        }
        if (act instanceof CaseAct.TakeBack back) {
            return working(standing)
                    .flatMap(post ->
                            chain.at(back.stage()).takenBack(at).map(link -> new Step(with(chain.with(link)), post)));
        }
        return switch (act.kind()) {
            case CLOSE ->
                working(standing)
                        .flatMap(post -> chain.isFinal() ? Result.ok(post) : Result.refused(Problem.STATE_CONFLICT))
                        .map(post -> new Step(new Case(area, victim, false, responsible, chain), post));
            case REOPEN ->
                leading(standing)
                        .flatMap(post -> open ? Result.refused(Problem.STATE_CONFLICT) : Result.ok(post))
                        .map(post -> new Step(again(about.orElse(post)), post));
            case GRANT ->
                leading(standing)
                        .flatMap(post -> receiver(about, "appointmentId").map(to -> new Step(this, post)));
            case REVOKE -> leading(standing).flatMap(post -> revoked(act, standing, post));
            case TRANSFER -> leading(standing).flatMap(post -> transferred(post, about));
            case STAGE, TAKE_BACK, REFER, HAND_ON, BREACH ->
                throw new IllegalArgumentException("it is decided elsewhere: " + act.kind());
        };
    }

    /** Handed to an agency by whoever works on it, or by the agency that has a stage in hand. */
    Result<Step> handed(ViolenceStage stage, UUID organisation, UUID referral, Result<Post> by, Instant at) {
        return by.flatMap(post -> open ? Result.ok(post) : Result.refused(Problem.STATE_CONFLICT))
                .flatMap(post -> chain.at(stage)
                        .referred(organisation, referral, at)
                        .map(link -> new Step(with(chain.with(link)), post)));
    }

    /** Who may refer a stage. */
    Result<Post> working(CaseStanding standing) {
        return of(standing, standing.working())
                .flatMap(post -> open ? Result.ok(post) : Result.refused(Problem.STATE_CONFLICT));
    }

    /**
     * The officer who may hand on from a stage: refused with 403 where it is not the agency's, with 409 where that was not asked or
     * is not at it, or where somebody has said already what becomes of the next stage.
     */
    Result<Post> handing(CaseStanding standing, ViolenceStage from, ViolenceStage to) {
        Link link = chain.at(from);
        return of(standing, standing.agency().filter(post -> standing.stages().contains(from)))
                .flatMap(post -> link.referral() != null
                                && link.status() == StageStatus.RUNNING
                                && chain.at(to).status() == StageStatus.UNDECIDED
                        ? Result.ok(post)
                        : Result.refused(Problem.STATE_CONFLICT));
    }

    private static Result<Post> leading(CaseStanding standing) {
        return of(standing, standing.lead());
    }

    private static Result<Post> of(CaseStanding standing, Optional<Post> post) {
        return post.map(Result::ok)
                .orElseGet(() -> Result.refused(standing.sees() ? Problem.ROLE_FORBIDDEN : Problem.NOT_FOUND));
    }

    /** Whoever answered for it may have left since: then the lead answers until it passes the case on. */
    private Case again(Post answering) {
        return new Case(area, victim, true, answering.appointmentId(), chain);
    }

    /** Whoever answers for it keeps it until it is passed on. */
    private Result<Step> revoked(CaseAct act, CaseStanding standing, Post lead) {
        if (responsible.equals(act.about())) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        return standing.readers().contains(act.about())
                ? Result.ok(new Step(this, lead))
                : Result.invalid("appointmentId", "violence-not-given");
    }

    private Result<Step> transferred(Post lead, Optional<Post> about) {
        if (!open) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        return receiver(about.filter(post -> post.areas().contains(area)), "toAppointmentId")
                .map(to -> new Step(new Case(area, victim, true, to.appointmentId(), chain), lead));
    }

    /** A post in force that may have such cases; no agency, which sees only what it needs. */
    private Result<Post> receiver(Optional<Post> about, String field) {
        return about.filter(post -> post.has(Right.VIOLENCE_READ) && post.has(victim.write))
                .map(Result::ok)
                .orElseGet(() -> Result.invalid(field, "violence-receiver"));
    }

    private Case with(Chain after) {
        return new Case(area, victim, open, responsible, after);
    }
}
