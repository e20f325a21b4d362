package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.anywhere;
import static org.shouwang.journey.MatrixRow.everybody;
import static org.shouwang.journey.MatrixRow.listed;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.MatrixRow.taken;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.list;
import static org.shouwang.journey.Requests.put;

import java.util.List;
import java.util.Map;
import org.shouwang.platform.Right;
import org.shouwang.protection.directory.Resources;

/** The rows of the directory: looked up by everybody, kept by the offices. */
final class DirectoryRows {

    private DirectoryRows() {}

    static final List<MatrixRow> ALL = List.of(
            everybody("listHotlines", 200, (who, at) -> who.get("/api/v1/hotlines?area=" + at.village())),
            anywhere("getResource", Right.RESOURCE_READ, 200, (who, at) -> get(who, "/resources/{id}", at.resource())),
            listed("listResources", Right.RESOURCE_LIST, Place::resource, (who, at) -> list(who, "/resources", at)),
            one(
                    "putResource",
                    Right.RESOURCE_WRITE,
                    201,
                    (who, at) -> put(who, Resources.legalAid(at.village()), "/resources/{id}")),
            // A version is asked for when all else is known.
            one("editResource", Right.RESOURCE_WRITE, 428, (who, at) -> who.body(Map.of("capacity", 1))
                    .patch("/api/v1/resources/{id}", at.resource())),
            taken(
                    "importResources",
                    Right.RESOURCE_WRITE,
                    "area-not-yours",
                    (who, at) -> Requests.send(who, "/resources/import", Resources.file(at.village()))));
}
