package org.shouwang.journey;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.platform.Right;

/**
 * One operation in the matrix of rights: how it is called for a place, and what must come back to a caller with these rights,
 * inside the own area or outside.
 */
record MatrixRow(String operationId, Call call, Expectation expectation, Function<Place, UUID> listed) {

    private static final Function<Place, UUID> NOTHING = place -> new UUID(0, 0);

    /** Calls the operation for the records of a place. */
    interface Call {
        Response by(RequestSpecification worker, Place at);
    }

    /** The statuses that are right, given what the caller's only post allows and whether it reaches the place. */
    interface Expectation {
        Set<Integer> of(Set<Right> rights, boolean inside);
    }

    /** One record: 403 without the right, 404 outside. */
    static MatrixRow one(String operationId, Right right, int success, Call call) {
        return new MatrixRow(
                operationId,
                call,
                (rights, inside) -> Set.of(!rights.contains(right) ? 403 : inside ? success : 404),
                NOTHING);
    }

    /** A list, asked for with the place as filter: 403 without the right, else a page that names the record inside only. */
    static MatrixRow listed(String operationId, Right right, Function<Place, UUID> record, Call call) {
        return new MatrixRow(operationId, call, (rights, inside) -> Set.of(rights.contains(right) ? 200 : 403), record);
    }

    /** What a right allows wherever the post is. */
    static MatrixRow anywhere(String operationId, Right right, int success, Call call) {
        return new MatrixRow(
                operationId, call, (rights, inside) -> Set.of(rights.contains(right) ? success : 403), NOTHING);
    }

    /** Everybody's own business: no right is asked for. */
    static MatrixRow everybody(String operationId, int success, Call call) {
        return new MatrixRow(operationId, call, (rights, inside) -> Set.of(success), NOTHING);
    }

    static MatrixRow as(String operationId, Expectation expectation, Call call) {
        return new MatrixRow(operationId, call, expectation, NOTHING);
    }

    boolean isList() {
        return listed != NOTHING;
    }
}
