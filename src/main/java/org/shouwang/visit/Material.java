package org.shouwang.visit;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was brought to the family (物资).
 *
 * @param value of all of it, in yuan
 */
@Schema(name = "VisitMaterial")
record Material(
        @NotBlank @Size(max = 50) @Schema(examples = "大米") String item,

        @PositiveOrZero @DecimalMax("1000000") @Nullable BigDecimal quantity,

        @Size(max = 10) @Schema(examples = "袋") @Nullable String unit,

        @Schema(description = "Yuan, for all of it") @PositiveOrZero @DecimalMax("1000000") @Nullable
        BigDecimal value) {

    /** Nobody brings more digits; a number beyond them is left to be refused. */
    private static final int DIGITS = 20;

    Material {
        quantity = plain(quantity);
        value = plain(value);
    }

    /** 120, 120.0 and 1.2E+2 are one number, in a request that comes again too. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        boolean writable = shortest.scale() < 0 && shortest.precision() - shortest.scale() <= DIGITS;
        return writable ? shortest.setScale(0) : shortest;
    }

    @Override
    public String toString() {
        return "***";
    }
}
