package org.shouwang.platform.openapi;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the OpenAPI document names the schema of a class. */
public final class SchemaName {

    private SchemaName() {}

    public static String of(Class<?> described) {
        return Optional.ofNullable(described.getAnnotation(Schema.class))
                .map(Schema::name)
                .filter(named -> !named.isEmpty())
                .orElseGet(described::getSimpleName);
    }
}
