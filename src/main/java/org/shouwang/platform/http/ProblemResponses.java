package org.shouwang.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.shouwang.platform.problem.Problem;

/** Names in the OpenAPI document, for every operation, the problems that it can answer. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String SCHEMA = "#/components/schemas/Problem";

    private static final String LIMIT = "limit";

    /** Where somebody proves who they are, or asks for a code, and may do so only so often. */
    private static final Set<String> SIGN_INS =
            Set.of("logIn", "logInWithCode", "activate", "changePassword", "requestLoginCode");

    /** What goes on from a cursor of the feed. */
    private static final Set<String> GO_ON_FROM_A_CURSOR = Set.of("pullChanges", "getDigest", "listHeldRecords");

    /** What is compared right after a pull. */
    private static final Set<String> COMPARE = Set.of("getDigest", "listHeldRecords");

    /** What a worker has under way once at a time. */
    private static final Set<String> ONE_EACH =
            Set.of("pullChanges", "getDigest", "listHeldRecords", "fetchRecords", "pushOperations");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> statuses(path, method, item, operation)
                        .forEach(status ->
                                operation.getResponses().addAPIResponse(Integer.toString(status), response(status)))));
    }

    private static List<Integer> statuses(String path, PathItem.HttpMethod method, PathItem item, Operation operation) {
        List<Integer> statuses = new ArrayList<>(List.of(400, 500, 503));
        boolean signedIn =
                operation.getSecurity() == null || !operation.getSecurity().isEmpty();
        statuses.add(401);
        if (signedIn) {
            statuses.add(403);
        }
        if (hasPathParameter(item) || hasPathParameter(operation)) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(413, 415, 422));
            if (signedIn) {
                statuses.add(409);
            }
        }
        if (isPage(operation)) {
            statuses.add(422);
        }
        if (method == PathItem.HttpMethod.PATCH) {
            statuses.addAll(List.of(412, 428));
        }
        if (GO_ON_FROM_A_CURSOR.contains(operation.getOperationId())) {
            statuses.add(410);
        }
        if (!OldApps.isAlwaysAnswered(HttpMethod.valueOf(method.name()), path)) {
            statuses.add(426);
        }
        if (COMPARE.contains(operation.getOperationId())) {
            statuses.add(409);
        }
        if (SIGN_INS.contains(operation.getOperationId()) || ONE_EACH.contains(operation.getOperationId())) {
            statuses.add(429);
        }
        if ("requestLoginCode".equals(operation.getOperationId())) {
            statuses.add(501);
        }
        return statuses.stream().sorted().toList();
    }

    /** Whether the caller says how many rows come at once, which has bounds. */
    private static boolean isPage(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> LIMIT.equals(parameter.getName()));
    }

    private static boolean hasPathParameter(PathItem item) {
        return item.getParameters() != null && item.getParameters().stream().anyMatch(ProblemResponses::inPath);
    }

    private static boolean hasPathParameter(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(ProblemResponses::inPath);
    }

    private static boolean inPath(Parameter parameter) {
        return parameter.getIn() == Parameter.In.PATH;
    }

    private static APIResponse response(int status) {
        String types = Arrays.stream(Problem.values())
                .filter(problem -> problem.status() == status)
                .map(Problem::type)
                .collect(Collectors.joining(", "));
        return OASFactory.createAPIResponse()
                .description(types)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemWriter.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(SCHEMA))));
    }
}
