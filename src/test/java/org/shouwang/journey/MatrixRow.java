package org.shouwang.journey;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.platform.Right;

/**
 * One operation in the matrix of rights: how it is called for a place, and what must come back to a caller inside the own area
 * or outside.
 */
record MatrixRow(String operationId, Call call, Expectation expectation, Shown shown) {

    private static final Shown NOTHING = (answer, at) -> Boolean.TRUE;

    /** Calls the operation for the records of a place. */
    interface Call {
        Response by(RequestSpecification worker, Place at);
    }

    /** The statuses that are right. */
    interface Expectation {
        Set<Integer> of(Asker asker);
    }

    /** Whether an answer of 200, which comes wherever the place is, shows that the caller reaches it. */
    interface Shown {
        boolean by(Response answer, Place at);
    }

    /** One record: 403 without the right, 404 outside. */
    static MatrixRow one(String operationId, Right right, int success, Call call) {
        return as(operationId, asker -> Set.of(!asker.may(right) ? 403 : asker.inside() ? success : 404), call);
    }

    /** A list, asked for with the place as filter: 403 without the right, else a page that names the record inside only. */
    static MatrixRow listed(String operationId, Right right, Function<Place, UUID> record, Call call) {
        return shown(
                operationId,
                right,
                (answer, at) -> answer.asString().contains(record.apply(at).toString()),
                call);
    }

    /** A file of which lines outside are refused with this rule: 403 without the right, else a report. */
    static MatrixRow taken(String operationId, Right right, String rule, Call call) {
        return shown(operationId, right, (answer, at) -> !answer.asString().contains(rule), call);
    }

    private static MatrixRow shown(String operationId, Right right, Shown shown, Call call) {
        return new MatrixRow(operationId, call, asker -> Set.of(asker.may(right) ? 200 : 403), shown);
    }

    /** What a right allows wherever the post is. */
    static MatrixRow anywhere(String operationId, Right right, int success, Call call) {
        return as(operationId, asker -> Set.of(asker.may(right) ? success : 403), call);
    }

    /** Everybody's own business: no right is asked for. */
    static MatrixRow everybody(String operationId, int success, Call call) {
        return as(operationId, asker -> Set.of(success), call);
    }

    /** A rule of its own. */
    static MatrixRow as(String operationId, Expectation expectation, Call call) {
        return new MatrixRow(operationId, call, expectation, NOTHING);
    }

    /** Whether an answer shows the place inside, and outside does not. */
    boolean isSilentOutside(Response answer, Place at, boolean inside) {
        return shown == NOTHING || answer.statusCode() != 200 || shown.by(answer, at) == inside;
    }
}
