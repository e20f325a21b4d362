package org.shouwang.devtools;

import static org.shouwang.platform.RoleCode.ADMINISTRATOR;
import static org.shouwang.platform.RoleCode.AGENCY_OFFICER;
import static org.shouwang.platform.RoleCode.CHILDREN_DIRECTOR;
import static org.shouwang.platform.RoleCode.COMMITTEE_OFFICE;
import static org.shouwang.platform.RoleCode.COUNTY_CIVIL_AFFAIRS;
import static org.shouwang.platform.RoleCode.COUNTY_WOMENS_FEDERATION;
import static org.shouwang.platform.RoleCode.PRIVACY_OFFICER;
import static org.shouwang.platform.RoleCode.STATISTICS_OFFICER;
import static org.shouwang.platform.RoleCode.TOWNSHIP_COORDINATOR;
import static org.shouwang.platform.RoleCode.TOWNSHIP_WOMENS_CHAIR;
import static org.shouwang.platform.RoleCode.UNIT_LIAISON;
import static org.shouwang.platform.RoleCode.WOMENS_CHAIR;
import static org.shouwang.platform.RoleCode.WOMENS_EXECUTIVE;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.RoleCode;

/** A person of the demo district with the posts held; everybody's password is the same. */
record DemoAccount(
        String phone, @Nullable Long area, @Nullable UUID organisation, List<RoleCode> roles) {

    private static final long COUNTY = 610304000000L;
    private static final long TOWN = 610304101000L;
    private static final long FIRST_VILLAGE = 610304101200L;
    private static final long SECOND_VILLAGE = 610304101201L;
    private static final long VILLAGE_OF_OTHER_TOWN = 610304106200L;
    private static final long HOSTED_VILLAGE = 610304102202L;

    /** The accounts with a fixed phone. */
    static final List<DemoAccount> FIXED = List.of(
            in(TOWN, "13900000001", TOWNSHIP_COORDINATOR),
            in(FIRST_VILLAGE, "13900000002", CHILDREN_DIRECTOR),
            in(SECOND_VILLAGE, "13900000003", WOMENS_CHAIR, CHILDREN_DIRECTOR),
            in(VILLAGE_OF_OTHER_TOWN, "13900000004", CHILDREN_DIRECTOR),
            in(COUNTY, "13900000005", COUNTY_CIVIL_AFFAIRS),
            in(COUNTY, "13900000006", COMMITTEE_OFFICE),
            in(COUNTY, "13900000007", COUNTY_WOMENS_FEDERATION),
            in(COUNTY, "13900000008", PRIVACY_OFFICER),
            in(COUNTY, "13900000009", ADMINISTRATOR),
            new DemoAccount("13900000010", null, null, List.of(ADMINISTRATOR)),
            in(FIRST_VILLAGE, "13900000011", WOMENS_EXECUTIVE),
            in(TOWN, "13900000012", TOWNSHIP_WOMENS_CHAIR),
            in(COUNTY, "13900000013", STATISTICS_OFFICER),
            at(DemoOrganisation.EDUCATION, "13900000014", UNIT_LIAISON),
            at(DemoOrganisation.POLICE, "13900000015", AGENCY_OFFICER),
            in(HOSTED_VILLAGE, "13900000016", CHILDREN_DIRECTOR));

    /** Who reports for the departments that came later: apart, so that everybody else keeps name and number. */
    static final List<DemoAccount> LIAISONS = List.of(
            at(DemoOrganisation.HEALTH, "13900000017", UNIT_LIAISON),
            at(DemoOrganisation.CIVIL_AFFAIRS, "13900000018", UNIT_LIAISON),
            at(DemoOrganisation.WOMENS_FEDERATION, "13900000019", UNIT_LIAISON),
            at(DemoOrganisation.HUMAN_RESOURCES, "13900000020", UNIT_LIAISON),
            at(DemoOrganisation.JUSTICE, "13900000021", UNIT_LIAISON),
            liaisonOf(TOWN, "13900000022"));

    static DemoAccount in(long area, String phone, RoleCode... roles) {
        return new DemoAccount(phone, area, null, List.of(roles));
    }

    private static DemoAccount at(DemoOrganisation organisation, String phone, RoleCode role) {
        return new DemoAccount(phone, null, organisation.id(), List.of(role));
    }

    static DemoAccount liaisonOf(long town, String phone) {
        return new DemoAccount(phone, null, DemoOrganisation.committeeOf(town), List.of(UNIT_LIAISON));
    }

    UUID workerId() {
        return DemoIds.of("worker", phone);
    }

    UUID appointmentId(RoleCode role) {
        return DemoIds.of("appointment", phone + '/' + role);
    }

    boolean holds(long place, RoleCode role) {
        return area != null && area == place && roles.contains(role);
    }
}
