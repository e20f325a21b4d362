package org.shouwang.sync.operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "OperationDismiss")
record DismissForm(@NotBlank @Size(max = 500) String reason) {

    @Override
    public String toString() {
        return "***";
    }
}
