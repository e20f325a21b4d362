package org.shouwang.staff;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Worker")
public record WorkerView(UUID id, String fullName, String phoneMasked) {

    @Override
    public String toString() {
        return "***";
    }
}
