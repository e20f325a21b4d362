package org.shouwang.staff.worker;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.organisation.OrganisationKind;
import org.shouwang.staff.worker.PostPlace.InArea;
import org.shouwang.staff.worker.PostPlace.InOrganisation;
import org.shouwang.staff.worker.PostPlace.WholeInstance;

/** Which post stands where, who may give it to somebody, and whose file one may edit. */
final class Appointing {

    private static final Set<RoleCode> OF_THE_VILLAGE =
            EnumSet.of(RoleCode.CHILDREN_DIRECTOR, RoleCode.WOMENS_CHAIR, RoleCode.WOMENS_EXECUTIVE);

    private Appointing() {}

    /**
     * Whether such a post exists: roles and levels as the domain reference, 1.1, joins them. A development zone runs towns as
     * a county does, so county posts stand there too.
     */
    static boolean fits(HeldPost post) {
        return switch (post.role()) {
            case CHILDREN_DIRECTOR, WOMENS_CHAIR -> isAt(post.place(), AreaLevel.VILLAGE);
            case WOMENS_EXECUTIVE -> isAt(post.place(), AreaLevel.VILLAGE) || isAt(post.place(), AreaLevel.TOWNSHIP);
            case TOWNSHIP_COORDINATOR, TOWNSHIP_WOMENS_CHAIR -> isAt(post.place(), AreaLevel.TOWNSHIP);
            case COUNTY_CIVIL_AFFAIRS,
                    COUNTY_WOMENS_FEDERATION,
                    COMMITTEE_OFFICE,
                    STATISTICS_OFFICER,
                    PRIVACY_OFFICER -> isCounty(post.place());
            case UNIT_LIAISON, AGENCY_OFFICER -> post.place() instanceof InOrganisation;
            case ADMINISTRATOR ->
                post.place() instanceof WholeInstance
                        || isCounty(post.place())
                        || (post.place() instanceof InArea area && area.level() != AreaLevel.VILLAGE);
        };
    }

    private static boolean isAt(PostPlace place, AreaLevel level) {
        return place instanceof InArea area && area.level() == level;
    }

    private static boolean isCounty(PostPlace place) {
        return place instanceof InOrganisation organisation
                ? organisation.kind() == OrganisationKind.DEVELOPMENT_ZONE
                : place instanceof InArea area && area.county();
    }

    /**
     * Whether people of this place are the post's business at all. Those of an organisation that runs areas reach as far as
     * it does: only whose own post covers all of that gives such posts, not everybody at its seat.
     */
    static boolean reaches(Post by, PostPlace place) {
        return by.rights().contains(Right.WORKER_WRITE)
                && place.area().map(by.areas()::contains).orElseGet(() -> isOfInstance(by))
                && (!(place instanceof InOrganisation organisation)
                        || organisation.runs().minus(by.areas()).isEmpty());
    }

    /**
     * Whether one post may give another to somebody. A town's coordinator appoints its directors, the chair of its women's
     * federation those of the women's line. An area's administrator appoints everybody below, but administrators of a county
     * and above come from the administrator of the instance alone.
     */
    static boolean may(Post by, HeldPost post) {
        return reaches(by, post.place())
                && switch (by.role()) {
                    case TOWNSHIP_COORDINATOR -> post.role() == RoleCode.CHILDREN_DIRECTOR;
                    case TOWNSHIP_WOMENS_CHAIR ->
                        post.role() == RoleCode.WOMENS_CHAIR || post.role() == RoleCode.WOMENS_EXECUTIVE;
                    case ADMINISTRATOR ->
                        post.role() != RoleCode.ADMINISTRATOR
                                || isOfInstance(by)
                                || isAt(post.place(), AreaLevel.TOWNSHIP);
                    case CHILDREN_DIRECTOR,
                            WOMENS_CHAIR,
                            WOMENS_EXECUTIVE,
                            COUNTY_CIVIL_AFFAIRS,
                            COUNTY_WOMENS_FEDERATION,
                            COMMITTEE_OFFICE,
                            STATISTICS_OFFICER,
                            UNIT_LIAISON,
                            AGENCY_OFFICER,
                            PRIVACY_OFFICER -> false;
                };
    }

    /**
     * Whether a post may edit somebody who holds these. Who may change a phone and hand out a code could sign in as that
     * person, so no post may be among them that the editor could not give: or a coordinator would appoint the county's
     * administrator as a director and take the account over. The women's chair who is the director too is the exception:
     * either line of the town looks after its own villagers.
     */
    static boolean mayCareFor(Post by, List<HeldPost> held) {
        return held.stream().anyMatch(post -> may(by, post))
                && held.stream()
                        .allMatch(post ->
                                may(by, post) || (OF_THE_VILLAGE.contains(post.role()) && reaches(by, post.place())));
    }

    /** Whether a caller may see who holds a post in this place. */
    static boolean maySee(Caller caller, PostPlace place) {
        return place.area().map(area -> caller.may(Right.WORKER_READ, area)).orElseGet(() -> caller.posts().stream()
                .anyMatch(Appointing::isOfInstance));
    }

    /** The caller's posts of which this is true. */
    static List<Post> able(Caller caller, Predicate<Post> allowed) {
        return caller.posts().stream().filter(allowed).toList();
    }

    /** The only one of these posts, or the named one; empty when several could act and none of them is named. */
    static Optional<Post> chosen(List<Post> able, @Nullable UUID named) {
        return able.size() == 1
                ? Optional.of(able.get(0))
                : able.stream()
                        .filter(post -> post.appointmentId().equals(named))
                        .findFirst();
    }

    private static boolean isOfInstance(Post post) {
        return post.role() == RoleCode.ADMINISTRATOR && post.isOfInstance();
    }
}
