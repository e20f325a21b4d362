package org.shouwang.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Materials as a text column that holds JSON. A list that is missing or empty is null on both sides. */
final class MaterialColumn {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private MaterialColumn() {}

    static @Nullable String of(@Nullable List<Material> materials) {
        try {
            return materials == null || materials.isEmpty() ? null : JSON.writeValueAsString(materials);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("materials cannot be written", e);
        }
    }

    static @Nullable List<Material> read(@Nullable String column) {
        try {
            return column == null ? null : List.of(JSON.readValue(column, Material[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("materials cannot be read", e.getCause());
        }
    }
}
