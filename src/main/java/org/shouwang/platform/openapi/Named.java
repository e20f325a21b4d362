package org.shouwang.platform.openapi;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Names of operations and schemas in the document. */
final class Named {

    private static final DotName SCHEMA = DotName.createSimple(Schema.class);

    private static final DotName OPERATION = DotName.createSimple(Operation.class);

    private Named() {}

    /** The operation that a method of a resource is; every one has an id (CONTRIBUTING.md). */
    static String operation(MethodInfo method) {
        return method.annotation(OPERATION).value("operationId").asString();
    }

    /** The name that the class gives itself, else its own. */
    static String schema(ClassInfo type) {
        return isExplicit(type) ? type.declaredAnnotation(SCHEMA).value("name").asString() : type.simpleName();
    }

    /** Whether the class gives itself a name in the document. */
    static boolean isExplicit(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null;
    }
}
