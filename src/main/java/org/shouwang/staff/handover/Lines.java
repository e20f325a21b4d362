package org.shouwang.staff.handover;

import static org.shouwang.platform.RoleCode.ADMINISTRATOR;
import static org.shouwang.platform.RoleCode.CHILDREN_DIRECTOR;
import static org.shouwang.platform.RoleCode.COUNTY_CIVIL_AFFAIRS;
import static org.shouwang.platform.RoleCode.COUNTY_WOMENS_FEDERATION;
import static org.shouwang.platform.RoleCode.TOWNSHIP_COORDINATOR;
import static org.shouwang.platform.RoleCode.TOWNSHIP_WOMENS_CHAIR;
import static org.shouwang.platform.RoleCode.WOMENS_CHAIR;

import java.util.List;
import java.util.Set;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;

/**
 * The lines of the field: civil affairs for children (民发〔2019〕34号: the coordinator selects and manages the directors), the
 * women's federation for women. Who stands above a post ends it, and takes over what it leaves while it is vacant.
 */
final class Lines {

    private Lines() {}

    /**
     * Whether a post may end one of that role. Fellow administrators do not end each other: that is for the whole instance,
     * from where they are appointed.
     *
     * @param filled roles above that somebody else than the leaving worker holds there: the line of children stands in only
     *     where that of women has nobody
     */
    static boolean mayEnd(Post by, RoleCode leaving, Set<RoleCode> filled) {
        if (leaving == ADMINISTRATOR && !by.isOfInstance()) {
            return false;
        }
        for (RoleCode above : above(leaving)) {
            if (above == by.role()) {
                return true;
            }
            if (filled.contains(above)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a post of this role can go on with what a post of that role leaves: its own, one that may do as much, or one above. */
    static boolean mayFollow(RoleCode role, RoleCode leaving) {
        boolean above = mayStandIn(role) && above(leaving).contains(role);
        return role == leaving || above || sameVillage(leaving).contains(role);
    }

    /** Administrators end posts, but take over no work of the field. */
    static boolean mayStandIn(RoleCode above) {
        return above != ADMINISTRATOR;
    }

    /** Roles above this one, the first that is filled before the others. */
    static List<RoleCode> above(RoleCode leaving) {
        return switch (leaving) {
            case CHILDREN_DIRECTOR -> List.of(TOWNSHIP_COORDINATOR);
            case WOMENS_CHAIR, WOMENS_EXECUTIVE -> List.of(TOWNSHIP_WOMENS_CHAIR, TOWNSHIP_COORDINATOR);
            case TOWNSHIP_COORDINATOR -> List.of(COUNTY_CIVIL_AFFAIRS);
            case TOWNSHIP_WOMENS_CHAIR -> List.of(COUNTY_WOMENS_FEDERATION, COUNTY_CIVIL_AFFAIRS);
            case COUNTY_CIVIL_AFFAIRS,
                    COUNTY_WOMENS_FEDERATION,
                    COMMITTEE_OFFICE,
                    STATISTICS_OFFICER,
                    UNIT_LIAISON,
                    AGENCY_OFFICER,
                    PRIVACY_OFFICER,
                    ADMINISTRATOR -> List.of(ADMINISTRATOR);
        };
    }

    private static Set<RoleCode> sameVillage(RoleCode leaving) {
        return switch (leaving) {
            case WOMENS_CHAIR -> Set.of(CHILDREN_DIRECTOR);
            case WOMENS_EXECUTIVE -> Set.of(WOMENS_CHAIR, CHILDREN_DIRECTOR);
            case CHILDREN_DIRECTOR,
                    TOWNSHIP_COORDINATOR,
                    TOWNSHIP_WOMENS_CHAIR,
                    COUNTY_CIVIL_AFFAIRS,
                    COUNTY_WOMENS_FEDERATION,
                    COMMITTEE_OFFICE,
                    STATISTICS_OFFICER,
                    UNIT_LIAISON,
                    AGENCY_OFFICER,
                    PRIVACY_OFFICER,
                    ADMINISTRATOR -> Set.of();
        };
    }
}
