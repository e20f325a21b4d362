package org.shouwang.activity;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

@Schema(name = "HomeForm", description = "A children's home (儿童之家) as it is registered")
record HomeForm(
        @NotBlank @Size(max = 60) String name,

        @NotNull @Size(max = 15) @Schema(description = "areaCode and three digits", examples = "610304101201001")
        String homeCode,

        @NotNull @Schema(description = "Village or community", examples = "610304101201")
        AreaCode areaCode,

        @NotBlank @Size(max = 200) String address,
        @NotNull HomeType homeType,
        @NotNull LocalDate openedOn,
        @NotNull HomeStatus status,

        @NotNull
        @DecimalMin("0")
        @DecimalMax("99999.9")
        @Digits(integer = 5, fraction = 1)
        @Schema(description = "Indoor area in m²")
        BigDecimal indoorM2,

        @DecimalMin("0")
        @DecimalMax("99999.9")
        @Digits(integer = 5, fraction = 1)
        @Schema(description = "Outdoor area in m²")
        @Nullable
        BigDecimal outdoorM2,

        @NotNull @Size(max = 20) @Schema(description = "At least two different zones")
        List<@NotNull HomeZone> zones,

        @NotNull @Size(min = 1, max = 20) List<@NotNull HomeFunction> functions,

        @Schema(description = "The phone's time when it was entered") @Nullable
        Instant clientTime,

        @Nullable UUID deviceId) {}
