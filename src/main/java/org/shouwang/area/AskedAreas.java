package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** The area that numbers are asked for: a zero for an area that is not the caller's would be a false number. */
@Singleton
public class AskedAreas {

    private final Areas areas;

    AskedAreas(Areas areas) {
        this.areas = areas;
    }

    /** The area as it is today. Refused with 404 when it is not there, or the right does not hold there. */
    public Uni<Result<Areas.Place>> of(AreaCode asked, Right right, Caller caller) {
        return areas.today(List.of(asked)).map(found -> {
            Areas.Place place = found.get(asked);
            return place == null || !caller.may(right, place.code())
                    ? Result.refused(Problem.NOT_FOUND)
                    : Result.ok(place);
        });
    }
}
