package org.shouwang.staff.organisation;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(name = "Organisation")
record OrganisationView(
        UUID id,
        int version,
        String name,
        OrganisationKind kind,
        AreaCode areaCode,
        @Nullable UUID parentId,
        OrganisationStatus status)
        implements Answers.Versioned {

    static final String COLUMNS = "o.id, o.version, o.name, o.kind, o.area_code, o.parent_id, o.status";

    /** Reads a row of {@link #COLUMNS}. */
    static OrganisationView of(Row row) {
        return new OrganisationView(
                row.getUUID("id"),
                row.getInteger("version"),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                new AreaCode(row.getLong("area_code")),
                row.getUUID("parent_id"),
                OrganisationStatus.valueOf(row.getString("status")));
    }
}
