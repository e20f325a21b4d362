package org.shouwang.register.search;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.register.Position;

@Path("/api/v1/children/search")
@Authenticated
@Tag(name = "children", description = "儿童档案")
class ChildSearchResource {

    private final Authority authority;
    private final SearchChildren searchChildren;

    ChildSearchResource(Authority authority, SearchChildren searchChildren) {
        this.authority = authority;
        this.searchChildren = searchChildren;
    }

    @POST
    @Operation(
            operationId = "searchChildren",
            summary = "Children in the caller's scope by name, pinyin, initials or a full number; the page is logged")
    public Uni<Page<ChildSummary>> search(@NotNull @Valid ChildSearchForm form) {
        Position after = Optional.ofNullable(form.cursor())
                .map(text -> Position.of(Cursor.parse(text, Position.PARTS)))
                .orElse(Position.START);
        return authority
                .caller()
                .chain(caller -> searchChildren.search(caller, form, after))
                .map(Answers::value)
                .map(rows -> Page.of(rows, form.rows(), last -> Cursor.of(last.residenceAreaCode(), last.id())));
    }
}
