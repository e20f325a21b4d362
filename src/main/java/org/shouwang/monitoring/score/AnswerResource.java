package org.shouwang.monitoring.score;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/score-objections/{id}/answer")
@Authenticated
@Tag(name = "scores", description = "年度绩效考核")
class AnswerResource {

    private final Authority authority;
    private final ObjectToScore objections;

    AnswerResource(Authority authority, ObjectToScore objections) {
        this.authority = authority;
        this.objections = objections;
    }

    @POST
    @Operation(
            operationId = "answerScoreObjection",
            summary = "Answer an objection; repeating it changes nothing",
            description = "Where it is upheld, another edition follows with `PUT /scores/{id}`.")
    public Uni<UnitScoreView.Objection> answer(UUID id, @NotNull @Valid AnswerForm form) {
        return authority
                .caller()
                .chain(caller -> objections.answer(id, form, caller))
                .map(Answers::value);
    }
}
