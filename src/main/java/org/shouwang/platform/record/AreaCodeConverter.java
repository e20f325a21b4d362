package org.shouwang.platform.record;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** Area codes are bigint in the database. */
@Converter(autoApply = true)
public class AreaCodeConverter implements AttributeConverter<@Nullable AreaCode, @Nullable Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable AreaCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable AreaCode convertToEntityAttribute(@Nullable Long value) {
        return value == null ? null : new AreaCode(value);
    }
}
