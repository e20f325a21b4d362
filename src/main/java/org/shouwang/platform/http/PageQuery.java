package org.shouwang.platform.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that every list takes, as a {@code @BeanParam}. */
public class PageQuery {

    /** Rows of one page. */
    static final int MOST = 500;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: `next` of the page before")
    @Nullable
    String cursor;

    @QueryParam("limit")
    @DefaultValue("100")
    @Min(1)
    @Max(MOST)
    @Parameter(description = "Rows a page, at most 500")
    int limit = 100;

    public int limit() {
        return limit;
    }

    /** Key of the last row seen, with this many parts; empty on the first page. */
    public Optional<Cursor> after(int parts) {
        return Optional.ofNullable(cursor).map(text -> Cursor.parse(text, parts));
    }
}
