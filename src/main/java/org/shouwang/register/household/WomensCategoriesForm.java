package org.shouwang.register.household;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All categories of a woman that the post may set; what it cannot see stays as it is. */
@Schema(name = "WomensCategories")
record WomensCategoriesForm(@NotNull @Size(max = 10) List<@NotNull WomensCategory> categories) {

    @Override
    public String toString() {
        return "***";
    }
}
