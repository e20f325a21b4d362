package org.shouwang.protection.directory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Answers;

@Schema(
        name = "Resource",
        description = "An entry of the directory (资源目录): who helps, whom, when and how to be reached")
record ResourceView(
        UUID id,
        int version,

        @Schema(description = "Whose entry it is: the offices of this area keep it")
        AreaCode areaCode,

        @Schema(description = "Whose officers receive what is referred to it; without it nobody does") @Nullable
        UUID organisationId,

        String name,
        ResourceCategory category,

        @Schema(description = "服务范围: whom it serves; each area with all below it")
        List<AreaCode> areaScope,

        @Nullable String address,
        @Nullable BigDecimal geoLat,
        @Nullable BigDecimal geoLng,
        String phone,
        List<ServiceHours> hours,
        List<ReferralType> acceptsReferralTypes,
        ProviderType providerType,
        @Nullable LocalDate contractFrom,
        @Nullable LocalDate contractTo,
        @Nullable Integer capacity,

        @Schema(description = "联系人: only for who works with it at a place that it serves") @Nullable
        String contactPerson,

        LocalDate verifiedOn,

        @Schema(description = "Whether nobody has made sure for long that it is right; computed when it is answered")
        boolean recheckDue,

        ResourceStatus status,
        Instant createdAt,
        Instant updatedAt)
        implements Answers.Versioned {

    static ResourceView of(StoredResource stored, boolean recheckDue, Caller caller) {
        ResourceForm facts = stored.facts();
        return new ResourceView(
                stored.id(),
                stored.version(),
                facts.areaCode(),
                facts.organisationId(),
                facts.name(),
                facts.category(),
                facts.areaScope(),
                facts.address(),
                facts.geoLat(),
                facts.geoLng(),
                facts.phone(),
                facts.hours(),
                facts.acceptsReferralTypes(),
                facts.providerType(),
                facts.contractFrom(),
                facts.contractTo(),
                facts.capacity(),
                seesContact(stored, caller) ? facts.contactPerson() : null,
                facts.verifiedOn(),
                recheckDue,
                facts.statusOrActive(),
                stored.createdAt(),
                stored.updatedAt());
    }

    /** Under a post that keeps the entry or has a place that it serves. */
    private static boolean seesContact(StoredResource stored, Caller caller) {
        return caller.posts().stream()
                .filter(post -> post.reaches(Right.RESOURCE_READ, FieldClass.P))
                .anyMatch(post -> post.areas().contains(stored.facts().areaCode())
                        || !post.areas().intersect(stored.serves()).isEmpty());
    }

    @Override
    public String toString() {
        return "***";
    }
}
