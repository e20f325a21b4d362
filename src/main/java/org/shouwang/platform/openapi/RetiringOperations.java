package org.shouwang.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.shouwang.platform.http.Retiring;

/** Marks operations that will go. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RetiringOperations implements OASFilter {

    private static final DotName RETIRING = DotName.createSimple(Retiring.class);

    private final Map<String, AnnotationInstance> retiring;

    public RetiringOperations(IndexView classes) {
        this.retiring = classes.getAnnotations(RETIRING).stream()
                .collect(Collectors.toMap(
                        annotation -> Named.operation(annotation.target().asMethod()),
                        Function.identity(),
                        (one, same) -> one));
    }

    @Override
    public Operation filterOperation(Operation operation) {
        AnnotationInstance going = retiring.get(operation.getOperationId());
        return going == null
                ? operation
                : operation
                        .deprecated(true)
                        .description("Gone on " + going.value("goneOn").asString() + "; call `"
                                + going.value("instead").asString() + "` instead.");
    }
}
