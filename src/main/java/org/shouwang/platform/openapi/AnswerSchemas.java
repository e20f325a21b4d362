package org.shouwang.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * What an operation answers with. Where a method makes its answer by hand, {@code @APIResponseSchema} names the record; the
 * scanner heeds it only beside {@code @Produces}.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = AnswerSchemas.FIRST)
public class AnswerSchemas implements OASFilter {

    /** Other filters walk from the answers; the usual priority is 1, and higher ones come first. */
    static final int FIRST = 2;

    private static final DotName ANSWER = DotName.createSimple(APIResponseSchema.class);

    private static final String OK = "200";
    private static final String CREATED = "201";
    private static final String NO_CONTENT = "204";

    private final IndexView classes;

    public AnswerSchemas(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, AnnotationInstance> answers = classes.getAnnotations(ANSWER).stream()
                .filter(answer -> answer.target().kind() == AnnotationTarget.Kind.METHOD)
                .collect(Collectors.toMap(
                        answer -> Named.operation(answer.target().asMethod()),
                        Function.identity(),
                        (one, same) -> one));
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(operation -> complete(operation, answers)));
    }

    private void complete(Operation operation, Map<String, AnnotationInstance> answers) {
        AnnotationInstance answer = answers.get(operation.getOperationId());
        if (answer != null) {
            describe(operation.getResponses(), answer);
        } else {
            nothingIsNoContent(operation.getResponses());
        }
        operation.getResponses().getAPIResponses().forEach((code, response) -> {
            if (response.getDescription() == null || response.getDescription().isEmpty()) {
                response.setDescription(
                        Response.Status.fromStatusCode(Integer.parseInt(code)).getReasonPhrase());
            }
        });
    }

    /** What makes a record answers 201 the first time and 200 when it is repeated. */
    private void describe(APIResponses responses, AnnotationInstance answer) {
        String schema =
                Named.schema(classes.getClassByName(answer.value().asClass().name()));
        String code = Optional.ofNullable(answer.value("responseCode"))
                .map(AnnotationValue::asString)
                .orElse(OK);
        if (!code.equals(CREATED)) {
            responses.addAPIResponse(code, record("OK", schema));
            return;
        }
        responses.addAPIResponse(CREATED, record("Done now", schema));
        responses.addAPIResponse(
                OK,
                record(
                        "Done before: the record as it is now, or its `id` and `version` alone when it has left the"
                                + " caller's area",
                        schema));
    }

    /** The scanner takes every POST without an answer for one that creates something. */
    private static void nothingIsNoContent(APIResponses responses) {
        APIResponse created = responses.getAPIResponse(CREATED);
        if (created != null && created.getContent() == null) {
            responses.removeAPIResponse(CREATED);
            responses.addAPIResponse(NO_CONTENT, created.description("No Content"));
        }
    }

    private static APIResponse record(String description, String schema) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                MediaType.APPLICATION_JSON,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema))));
    }
}
