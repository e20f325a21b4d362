package org.shouwang.monitoring.unit;

import io.vertx.mutiny.sqlclient.Row;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.staff.organisation.OrganisationKind;
import org.shouwang.staff.organisation.OrganisationStatus;

/**
 * A department or the committee of a township.
 *
 * @param area where it has its seat
 */
public record Unit(UUID id, String name, OrganisationKind kind, AreaCode area, OrganisationStatus status) {

    private static final Set<OrganisationKind> ANSWERING = EnumSet.of(
            OrganisationKind.GOVERNMENT_UNIT,
            OrganisationKind.MEMBER_UNIT,
            OrganisationKind.TOWNSHIP_COMMITTEE,
            OrganisationKind.WOMENS_FEDERATION,
            OrganisationKind.POLICE,
            OrganisationKind.DEVELOPMENT_ZONE);

    static final String COLUMNS = "o.id, o.name, o.kind, o.area_code, o.status";

    /** Reads a row of {@link #COLUMNS}. */
    static Unit of(Row row) {
        return new Unit(
                row.getUUID("id"),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                new AreaCode(row.getLong("area_code")),
                OrganisationStatus.valueOf(row.getString("status")));
    }

    /** Whether it can be made to answer for an indicator. */
    public boolean answers() {
        return status == OrganisationStatus.ACTIVE && ANSWERING.contains(kind);
    }
}
