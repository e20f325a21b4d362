package org.shouwang.protection.violence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.SealedTexts;

/** Cases in the session of a use case. */
@Singleton
class CaseRepository implements PanacheRepositoryBase<ViolenceCase, UUID> {

    private static final String UNLESS_HELD = "select id from violence_case where id = $1 for update skip locked";
    private static final String OF_CHILDREN = """
            select id from violence_case
            where area_code = $1
              and (victim_child_id = any($2) or household_id = $3)
            order by id
            """;

    private final SealedTexts texts;

    CaseRepository(SealedTexts texts) {
        this.texts = texts;
    }

    /** The case, held until the transaction ends. */
    Uni<@Nullable ViolenceCase> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(found -> Optional.ofNullable(found).map(this::opened).orElse(null));
    }

    /** The same; null where somebody else holds it at this moment. */
    Uni<@Nullable ViolenceCase> lockedUnlessHeld(UUID id) {
        return SessionSql.rows(UNLESS_HELD, id)
                .chain(free -> free.isEmpty() ? Uni.createFrom().nullItem() : locked(id));
    }

    /** Those of these children, and of the women of a household, at this place. */
    Uni<List<UUID>> of(long area, UUID[] children, @Nullable UUID household) {
        return SessionSql.rows(OF_CHILDREN, area, children, household).map(found -> found.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .toList());
    }

    /** Writes it with its texts closed. */
    Uni<Void> write(ViolenceCase one) {
        if (one.victimWishCipher == null) {
            one.victimWishCipher = texts.closed(ViolenceSealed.WISH, one.id, one.victimWish);
        }
        return persistAndFlush(one).replaceWithVoid();
    }

    private ViolenceCase opened(ViolenceCase one) {
        one.victimWish = texts.opened(ViolenceSealed.WISH, one.id, one.victimWishCipher);
        return one;
    }

    /** A closed text as the reactive client takes it. */
    static @Nullable Buffer bytes(byte @Nullable [] closed) {
        return closed == null ? null : Buffer.buffer(closed);
    }
}
