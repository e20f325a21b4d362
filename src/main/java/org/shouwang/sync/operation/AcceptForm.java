package org.shouwang.sync.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "OperationAccept")
record AcceptForm(
        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "The whole body as it is right, with times as the phone gave them; left out to try the phone's"
                                + " own again")
        @Nullable
        ObjectNode body) {

    @Override
    public String toString() {
        return "***";
    }
}
