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
import org.shouwang.protection.directory.Receivers;
import org.shouwang.protection.violence.Case.Step;
import org.shouwang.protection.violence.CaseLedger.By;
import org.shouwang.protection.violence.CaseLedger.Entry;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;

/**
 * Says how far a stage is and takes it back, closes a case and opens it again, opens and closes it to posts and passes it on;
 * repeated, it is done once.
 */
@Singleton
class ActOnCase {

    private final OneCase one;
    private final CaseRepository cases;
    private final CaseChain chain;
    private final CaseLedger ledger;
    private final CarryOut carryOut;
    private final PostsInOffice posts;
    private final Receivers receivers;
    private final Trail trail;
    private final Clock clock;

    ActOnCase(
            OneCase one,
            CaseRepository cases,
            CaseChain chain,
            CaseLedger ledger,
            CarryOut carryOut,
            PostsInOffice posts,
            Receivers receivers,
            Trail trail,
            Clock clock) {
        this.one = one;
        this.cases = cases;
        this.chain = chain;
        this.ledger = ledger;
        this.carryOut = carryOut;
        this.posts = posts;
        this.receivers = receivers;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Result<Stored<ViolenceCaseView>>> act(UUID id, CaseAct act, Caller caller) {
        OneCase.Asked asked = new OneCase.Asked(act.id(), act.kind(), RequestHash.of(act));
        return one.once(id, asked, caller, held -> decided(held, act, caller));
    }

    private Uni<Result<ViolenceCase>> decided(OneCase.Held held, CaseAct act, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = at(act, now);
        return about(held, act)
                .map(about -> held.state().after(act, held.standing(), about.map(Holder::post), at))
                .chain(decision -> decision.then(step -> agency(held.state(), act)
                        .map(sound -> sound ? Result.ok(step) : Result.invalid("organisationId", "referral-receiver"))))
                .chain(sound -> sound.thenDo(step -> write(held, act, step, caller, at)));
    }

    /** Whether the agency that is named serves at that place for that stage. */
    private Uni<Boolean> agency(Case of, CaseAct act) {
        UUID named = act instanceof CaseAct.Say say ? say.organisationId() : null;
        return named == null
                ? Uni.createFrom().item(true)
                : receivers.accepts(named, ((CaseAct.Say) act).stage().asks, of.area());
    }

    private static Instant at(CaseAct act, Instant now) {
        @Nullable Instant said = act instanceof CaseAct.Say say ? say.at() : null;
        return said == null || said.isAfter(now) ? now : said.truncatedTo(ChronoUnit.MICROS);
    }

    private Uni<Optional<Holder>> about(OneCase.Held held, CaseAct act) {
        UUID about = act.kind() == CaseAct.Kind.REOPEN ? held.state().responsible() : act.about();
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
        if (next.open() != held.state().open()) {
            of.closedAt = next.open() ? null : now;
        }
        of.touch(now, caller.workerId());
        String action = "violence." + act.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return cases.write(of)
                .chain(() -> chain.write(of.id, held.state().chain().links(), next.chain()))
                .chain(() ->
                        ledger.write(of.id, entry(act, next, at), new By(caller.workerId(), acting.appointmentId())))
                .chain(() -> carryOut.after(act, of, held.state(), caller, acting))
                .chain(() -> trail.changed(caller, acting, action, of.subject()))
                .replaceWith(of);
    }

    private static Entry entry(CaseAct act, Case next, Instant at) {
        @Nullable Link stage = null;
        if (act instanceof CaseAct.Say say) {
            stage = next.chain().at(say.stage());
        } else if (act instanceof CaseAct.TakeBack back) {
            stage = next.chain().at(back.stage());
        }
        return new Entry(act.id(), act.kind(), stage, null, act.about(), at, act.note(), RequestHash.of(act));
    }
}
