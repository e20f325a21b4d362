package org.shouwang.platform.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Stored;

/** Turns what a use case answers into HTTP. */
public final class Answers {

    private Answers() {}

    /** All that is said of a repeated record that has left the caller's scope. */
    public record Reference(UUID id, int version) {}

    /** A view that carries its record's version. */
    public interface Versioned {
        int version();
    }

    /** The value, or the refusal as a problem document. */
    public static <T> T value(Result<T> result) {
        if (result instanceof Result.Ok<T> ok) {
            return ok.value();
        }
        throw new ProblemException(((Result.Refused<T>) result).refusal());
    }

    /** 200 with the version as ETag. */
    public static <T extends Versioned> Response current(Result<T> result) {
        T view = value(result);
        return Response.ok(view).tag(tag(view.version())).build();
    }

    /** 201 for a new record, 200 for a repeated request; with the version as ETag. */
    public static <T> Response stored(Result<Stored<T>> result) {
        Stored<T> stored = value(result);
        T view = stored.view();
        Object body = view == null ? new Reference(stored.id(), stored.version()) : view;
        return Response.status(stored.created() ? Response.Status.CREATED : Response.Status.OK)
                .tag(tag(stored.version()))
                .entity(body)
                .build();
    }

    private static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }
}
