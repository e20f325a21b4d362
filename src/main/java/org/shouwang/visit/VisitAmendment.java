package org.shouwang.visit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The schema of an amendment, made of those of {@code VisitForm} and its children: every answer may be left out, or be null.
 * {@link VisitMerge} reads it.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class VisitAmendment implements OASFilter {

    private static final String NAME = "VisitAmendment";
    private static final String CHILD = "VisitChildAmendment";
    private static final String COMPONENT = "#/components/schemas/";
    private static final String OPERATION = "amendVisit";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Schema visitForm = named(schemas, "VisitForm");
        Schema childForm = named(schemas, "VisitChildForm");
        Schema child = optional(childForm, schemas)
                .required(List.of(VisitMerge.CHILD_ID))
                .description("Answers of one child, merged into what the visit says of it");
        child.addProperty(VisitMerge.CHILD_ID, named(childForm.getProperties(), VisitMerge.CHILD_ID));
        Schema amendment = optional(visitForm, schemas)
                .description("JSON merge patch: what is left out stays, null was not asked after all");
        Schema ids = array(ref("UUID")).description("Children who are taken out of the visit");
        amendment.addProperty(VisitMerge.CHILDREN, array(ref(CHILD)));
        amendment.addProperty(VisitMerge.WITHOUT_CHILDREN, ids);
        schemas = new TreeMap<>(schemas);
        schemas.put(NAME, amendment);
        schemas.put(CHILD, child);
        document.getComponents().setSchemas(schemas);
        document.getPaths().getPathItems().values().forEach(VisitAmendment::refer);
    }

    private static Schema named(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    private static void refer(PathItem item) {
        if (item.getPATCH() != null && OPERATION.equals(item.getPATCH().getOperationId())) {
            item.getPATCH()
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> type.setSchema(ref(NAME)));
        }
    }

    private static Schema optional(Schema form, Map<String, Schema> schemas) {
        Schema patch = OASFactory.createSchema().addType(SchemaType.OBJECT);
        form.getProperties().forEach((name, field) -> patch.addProperty(name, orNull(field, schemas)));
        return patch;
    }

    /** A list says itself what it holds; all else is referred to. */
    private static Schema orNull(Schema field, Map<String, Schema> schemas) {
        Schema either = OASFactory.createSchema().addType(type(field, schemas)).addType(SchemaType.NULL);
        return field.getItems() == null
                ? either.addAllOf(field)
                : either.items(field.getItems()).maxItems(field.getMaxItems()).description(field.getDescription());
    }

    private static SchemaType type(Schema schema, Map<String, Schema> schemas) {
        return schema.getRef() == null
                ? schema.getType().get(0)
                : type(named(schemas, schema.getRef().substring(COMPONENT.length())), schemas);
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref(COMPONENT + name);
    }

    private static Schema array(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }
}
