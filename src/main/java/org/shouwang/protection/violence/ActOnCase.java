package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.violence.Case.Step;
import org.shouwang.protection.violence.CaseLedger.By;
import org.shouwang.protection.violence.CaseLedger.Entry;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;

/** Says how far a stage is, closes a case and opens it again, opens it to posts and passes it on; repeated, it is done once. */
@Singleton
class ActOnCase {

    private final OneCase one;
    private final CaseRepository cases;
    private final CaseChain chain;
    private final CaseLedger ledger;
    private final CaseAccess access;
    private final CaseTasks tasks;
    private final OrderLooks looks;
    private final TellOfCase tell;
    private final PostsInOffice posts;
    private final Trail trail;
    private final Clock clock;

    ActOnCase(
            OneCase one,
            CaseRepository cases,
            CaseChain chain,
            CaseLedger ledger,
            CaseAccess access,
            CaseTasks tasks,
            OrderLooks looks,
            TellOfCase tell,
            PostsInOffice posts,
            Trail trail,
            Clock clock) {
        this.one = one;
        this.cases = cases;
        this.chain = chain;
        this.ledger = ledger;
        this.access = access;
        this.tasks = tasks;
        this.looks = looks;
        this.tell = tell;
        this.posts = posts;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Result<Stored<ViolenceCaseView>>> act(UUID id, CaseAct act, Caller caller) {
        return one.once(id, act.id(), RequestHash.of(act), caller, held -> decided(held, act, caller));
    }

    private Uni<Result<ViolenceCase>> decided(OneCase.Held held, CaseAct act, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = at(act, now);
        return about(act)
                .map(about -> held.state().after(act, held.standing(), about.map(Holder::post), at))
                .chain(decision -> decision.thenDo(step -> write(held, act, step, caller, at)));
    }

    private static Instant at(CaseAct act, Instant now) {
        @Nullable Instant said = act instanceof CaseAct.Say say ? say.at() : null;
        return said == null || said.isAfter(now) ? now : said.truncatedTo(ChronoUnit.MICROS);
    }

    private Uni<Optional<Holder>> about(CaseAct act) {
        UUID about = act.about();
        return about == null
                ? Uni.createFrom().item(Optional.empty())
                : posts.holders(List.of(about)).map(found -> Optional.ofNullable(found.get(about)));
    }

    private Uni<ViolenceCase> write(OneCase.Held held, CaseAct act, Step step, Caller caller, Instant at) {
        ViolenceCase of = held.of();
        Post acting = step.acting();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Case next = step.next();
        of.responsibleAppointmentId = next.responsible();
        of.closedAt = next.open() ? null : now;
        of.touch(now, caller.workerId());
        String action = "violence." + act.kind().name().toLowerCase(Locale.ROOT);
        return cases.write(of)
                .chain(() -> chain.write(of.id, held.state().chain().links(), next.chain()))
                .chain(() ->
                        ledger.write(of.id, entry(act, next, at), new By(caller.workerId(), acting.appointmentId())))
                .chain(() -> carryOut(of, act, caller, acting))
                .chain(() -> trail.changed(caller, acting, action, of.subject()))
                .replaceWith(of);
    }

    private static Entry entry(CaseAct act, Case next, Instant at) {
        @Nullable Link stage = act instanceof CaseAct.Say say ? next.chain().at(say.stage()) : null;
        return new Entry(act.id(), act.kind(), stage, null, act.about(), at, act.note(), RequestHash.of(act));
    }

    /** What an act entails beside the case itself. */
    private Uni<Void> carryOut(ViolenceCase of, CaseAct act, Caller caller, Post acting) {
        return switch (act.kind()) {
            case CLOSE -> looks.endAll(of).chain(() -> tasks.endAll(of, caller.workerId(), acting));
            case REOPEN ->
                looks.beginAll(of, caller.workerId(), acting)
                        .chain(() ->
                                tell.post(of, given(act), List.of(of.responsibleAppointmentId), caller.workerId()));
            case GRANT -> given(of, act, CaseAccess.How.GIVEN, caller);
            case TRANSFER ->
                given(of, act, CaseAccess.How.RESPONSIBLE, caller)
                        .chain(() -> tasks.give(of, caller.workerId(), acting));
            case STAGE, REFER, HAND_ON, BREACH -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> given(ViolenceCase of, CaseAct act, CaseAccess.How how, Caller caller) {
        UUID to = act.about();
        return to == null
                ? Uni.createFrom().voidItem()
                : access.give(of, to, how).chain(() -> tell.post(of, given(act), List.of(to), caller.workerId()));
    }

    private static TellOfCase.Word given(CaseAct act) {
        return new TellOfCase.Word("violence-case-given", "given/" + act.id(), null);
    }
}
