package org.shouwang.protection.violence;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;

/**
 * How somebody stands to a case of violence: the one rule of who sees it and who works on it, for single reads, lists, the feed and
 * acts.
 *
 * @param lead the county's office that leads it, by its area
 * @param responsible the post that answers for it
 * @param reader a post to which it is open
 * @param agency an officer of an agency that has a stage
 * @param stages the stages of that agency
 * @param colleagues the officers of that agency
 * @param readers the posts to which it is open whole beside the lead
 */
record CaseStanding(
        Optional<Post> lead,
        Optional<Post> responsible,
        Optional<Post> reader,
        Optional<Post> agency,
        Set<ViolenceStage> stages,
        Set<UUID> colleagues,
        Set<UUID> readers) {

    /**
     * What decides about a case.
     *
     * @param readers posts to which it is open whole
     * @param agencies officers of the agencies that have a stage, each with these; nobody once it is closed
     */
    record Access(
            AreaCode area,
            Victim victim,
            UUID responsible,
            Set<UUID> readers,
            Map<UUID, Set<ViolenceStage>> agencies) {}

    static CaseStanding of(Caller caller, Access to) {
        Optional<Post> agency = first(caller, post -> to.agencies().containsKey(post.appointmentId()));
        Set<ViolenceStage> stages = EnumSet.noneOf(ViolenceStage.class);
        agency.ifPresent(post -> stages.addAll(to.agencies().getOrDefault(post.appointmentId(), Set.of())));
        return new CaseStanding(
                caller.posts().stream()
                        .filter(post -> post.allows(to.victim().lead, to.area()))
                        .findFirst(),
                first(caller, post -> post.appointmentId().equals(to.responsible())),
                first(caller, post -> to.readers().contains(post.appointmentId())),
                agency,
                stages,
                to.agencies().entrySet().stream()
                        .filter(one -> one.getValue().stream().anyMatch(stages::contains))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                to.readers());
    }

    private static Optional<Post> first(Caller caller, Predicate<Post> which) {
        return caller.posts().stream()
                .filter(post -> post.has(Right.VIOLENCE_READ))
                .filter(which)
                .findFirst();
    }

    /** Whether all of it is shown; an agency sees the chain and its own words. */
    boolean seesWhole() {
        return !List.of(lead, responsible, reader).stream().allMatch(Optional::isEmpty);
    }

    /** Whether letters and orders are shown: to whoever sees all, and to the police, who visit and enforce (反家庭暴力法 art. 17, 32). */
    boolean seesPapers() {
        return seesWhole() || stages.contains(ViolenceStage.POLICE_RESPONSE);
    }

    boolean sees() {
        return seesWhole() || agency.isPresent();
    }

    /** The post under which it is seen. */
    Optional<Post> seeing() {
        return responsible.or(() -> lead).or(() -> reader).or(() -> agency);
    }

    /** The post that may work on it. */
    Optional<Post> working() {
        return responsible.or(() -> lead);
    }
}
