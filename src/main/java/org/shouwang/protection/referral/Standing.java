package org.shouwang.protection.referral;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.protection.incident.OpenIncidents;

/**
 * How somebody stands to a referral: the one rule of who sees it and who does what, for single reads, lists, the feed and acts.
 *
 * @param sender the post that asks
 * @param lead the county lead's post, by its area
 * @param reader a post that reads the person's file there; none of a restricted one
 * @param receiver an officer's post at the organisation that is asked
 * @param manned whether anybody is in office at that organisation
 */
record Standing(
        Optional<Post> sender, Optional<Post> lead, Optional<Post> reader, Optional<Post> receiver, boolean manned) {

    /**
     * What decides about a referral.
     *
     * @param ofChild whether it is about a child, else about a member of a household
     * @param closedToVillages whether it follows an incident whose suspect is a village's cadre
     * @param officers posts of officers at the organisation that is asked
     * @param office which office of the county leads it
     */
    record Access(
            AreaCode area,
            boolean ofChild,
            boolean restricted,
            UUID sender,
            boolean closedToVillages,
            Collection<UUID> officers,
            LeadOffice office) {}

    static Standing of(Caller caller, Access to) {
        return new Standing(
                caller.post(to.sender())
                        .filter(post -> !(to.closedToVillages() && OpenIncidents.isVillages(post.role()))),
                first(caller, post -> post.allows(to.office().right, to.area())),
                first(
                        caller,
                        post -> !to.restricted()
                                && reads(post, to.ofChild())
                                && post.areas().contains(to.area())),
                first(
                        caller,
                        post -> post.has(Right.REFERRAL_ANSWER) && to.officers().contains(post.appointmentId())),
                !to.officers().isEmpty());
    }

    /** Whether a post reads referrals of those whose files it reads. */
    static boolean reads(Post post, boolean ofChild) {
        return post.has(Right.REFERRAL_READ) && post.has(ofChild ? Right.CHILD_READ : Right.HOUSEHOLD_READ);
    }

    private static Optional<Post> first(Caller caller, Predicate<Post> which) {
        return caller.posts().stream().filter(which).findFirst();
    }

    /** The post under which it is seen. */
    Optional<Post> seeing() {
        return asking().or(() -> receiver);
    }

    boolean sees() {
        return seeing().isPresent();
    }

    /** A post that is not the receiver's: it is shown no part of the person's file. */
    Optional<Post> asking() {
        return sender.or(() -> lead).or(() -> reader);
    }

    /** Whether the caller may end it by asking somebody else. */
    boolean endsIt() {
        return sender.isPresent() || lead.isPresent();
    }

    /** Whether the caller may know whose file it is about: an agency that hands on what it was given reads none. */
    boolean knowsFile() {
        return lead.or(() -> reader).isPresent()
                || sender.filter(post -> !post.has(Right.REFERRAL_ANSWER)).isPresent();
    }

    /** Whether all that is seen is what the receiver needs. */
    boolean isReceiversOnly() {
        return asking().isEmpty() && receiver.isPresent();
    }

    /**
     * The post that answers: an officer's, or the county lead's where nobody is in office there.
     *
     * @param begun whether the lead has answered for it before: it may go on although somebody came into office
     */
    Optional<Post> answering(boolean begun) {
        return receiver.or(() -> manned && !begun ? Optional.empty() : lead);
    }
}
