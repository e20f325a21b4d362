package org.shouwang.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says what our annotations mean in the words of JSON Schema. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PlainSchemas implements OASFilter {

    /** The scanner's pattern for a text that is not blank, which may match anywhere. */
    private static final String NOT_BLANK = "\\S";

    @Override
    public Schema filterSchema(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.equals(NOT_BLANK)) {
            schema.setPattern(isNumber(schema) ? null : whole(pattern));
        }
        return schema;
    }

    /** The scanner gives numbers of so many digits a pattern, which JSON Schema has for texts only. */
    private static boolean isNumber(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.NUMBER);
    }

    /** {@code @Pattern} is about the whole text, a pattern of JSON Schema about any part of it. */
    static String whole(String pattern) {
        if (pattern.startsWith("^")) {
            return pattern;
        }
        return pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$";
    }
}
