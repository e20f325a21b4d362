package org.shouwang.platform.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of an answer are always there: those whose component may not be null, as the compiler checks it. What apps send
 * says so itself, by {@code @NotNull}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AlwaysThere implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final String OURS = "org.shouwang";

    private final IndexView classes;

    public AlwaysThere(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, List<ClassInfo>> records = classes.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .collect(Collectors.toMap(ClassInfo::name, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .collect(Collectors.groupingBy(Named::schema));
        Reachable reachable = new Reachable(document);
        reachable.onlyAnswered().forEach((name, schema) -> record(name, records)
                .ifPresent(record -> require(schema, record)));
    }

    /**
     * The record behind a schema: the one that names itself so, else the only one that is called so. Of a generic record the
     * scanner names a schema for each use, after the record and what it holds.
     */
    private static Optional<ClassInfo> record(String name, Map<String, List<ClassInfo>> records) {
        List<ClassInfo> own = records.getOrDefault(name, List.of());
        Optional<ClassInfo> named = own.stream().filter(Named::isExplicit).findFirst();
        if (!own.isEmpty()) {
            return named.or(() -> Optional.of(own.get(0)).filter(only -> own.size() == 1));
        }
        return records.values().stream()
                .flatMap(List::stream)
                .filter(type -> !type.typeParameters().isEmpty() && name.startsWith(type.simpleName()))
                .findFirst();
    }

    private void require(Schema schema, ClassInfo record) {
        Set<String> known = schema.getProperties() == null
                ? Set.of()
                : schema.getProperties().keySet();
        List<String> required =
                always(record).filter(known::contains).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .toList();
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
    }

    private Stream<String> always(ClassInfo record) {
        return record.recordComponents().stream()
                .filter(component -> !field(record, component).type().hasAnnotation(NULLABLE))
                .flatMap(component -> component.hasAnnotation(UNWRAPPED)
                        ? always(classes.getClassByName(component.type().name()))
                        : Stream.of(name(component)));
    }

    private static FieldInfo field(ClassInfo record, RecordComponentInfo component) {
        return record.field(component.name());
    }

    private static String name(RecordComponentInfo component) {
        AnnotationInstance property = component.annotation(PROPERTY);
        return property == null ? component.name() : property.value().asString();
    }
}
