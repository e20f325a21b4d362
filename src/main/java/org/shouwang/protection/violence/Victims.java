package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.register.SexCode;
import org.shouwang.register.child.Children;
import org.shouwang.register.household.MemberFacts;
import org.shouwang.register.household.Members;

/** Where the victim lives, and under which post somebody may open the case, in the session of a use case. */
@Singleton
class Victims {

    private static final int GROWN_UP = 18;

    private static final String OF_CASE = "select victim_child_id, victim_member_id from violence_case where id = $1";

    private final Children children;
    private final Members members;
    private final Clock clock;

    Victims(Children children, Members members, Clock clock) {
        this.children = children;
        this.members = members;
        this.clock = clock;
    }

    /**
     * A place, and the post of the caller that acts there.
     *
     * @param household of a woman; null for a child
     */
    record At(AreaCode area, @Nullable UUID household, Post acting) {}

    /**
     * Finds the place.
     *
     * @return refused with 404 where there is no such person in the caller's area, with 422 where exactly one is not named or it
     *     is no grown-up woman
     */
    Uni<Result<At>> find(ViolenceCaseForm form, Caller caller) {
        UUID child = form.victimChildId();
        UUID member = form.victimMemberId();
        if ((child == null) == (member == null)) {
            return Uni.createFrom().item(Result.invalid("victimChildId", "victim-one"));
        }
        return child == null ? woman(Objects.requireNonNull(member), caller) : child(child, caller);
    }

    private Uni<Result<At>> child(UUID id, Caller caller) {
        return children.facts(Set.of(id))
                .map(found -> found.containsKey(id)
                        ? at(Victim.CHILD, Objects.requireNonNull(found.get(id)).areaCode(), null, caller)
                        : Result.refused(Problem.NOT_FOUND));
    }

    private Uni<Result<At>> woman(UUID id, Caller caller) {
        return members.facts(id)
                .map(found -> found.map(member -> at(Victim.WOMAN, member.areaCode(), member.householdId(), caller)
                                .flatMap(at -> grownUpWoman(member, at)))
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND)));
    }

    private static Result<At> at(Victim victim, AreaCode area, @Nullable UUID household, Caller caller) {
        return caller.acting(victim.write, area).map(post -> new At(area, household, post));
    }

    /** Whose age nobody knows is taken at her word: she stands in the register as a grown-up. */
    private Result<At> grownUpWoman(MemberFacts member, At at) {
        boolean young = member.birthDate() != null
                && member.birthDate().plusYears(GROWN_UP).isAfter(LocalDays.today(clock));
        return member.sexCode() == SexCode.MALE || young
                ? Result.invalid("victimMemberId", "victim-woman")
                : Result.ok(at);
    }

    /** Holds the file or the household of a case's victim, so that no move begins before the transaction ends. */
    Uni<Void> hold(UUID caseId) {
        return SessionSql.rows(OF_CASE, caseId).chain(found -> {
            UUID child = found.isEmpty() ? null : (UUID) found.get(0)[0];
            UUID member = found.isEmpty() ? null : (UUID) found.get(0)[1];
            if (child != null) {
                return children.facts(Set.of(child)).replaceWithVoid();
            }
            return member == null
                    ? Uni.createFrom().voidItem()
                    : members.facts(member).replaceWithVoid();
        });
    }

    /** The child whose home can be visited: one where the case is; null for a woman. */
    Uni<@Nullable UUID> visited(ViolenceCase one) {
        UUID child = one.victimChildId;
        return child == null
                ? Uni.createFrom().nullItem()
                : children.look(Set.of(child))
                        .map(found -> found.containsKey(child)
                                        && Objects.requireNonNull(found.get(child))
                                                .areaCode()
                                                .equals(one.areaCode)
                                ? child
                                : null);
    }
}
