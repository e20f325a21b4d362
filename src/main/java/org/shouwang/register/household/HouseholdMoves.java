package org.shouwang.register.household;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.Relocation;
import org.shouwang.register.Relocation.Newcomers;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;

/** Households that children move with or into. Runs in the caller's session and transaction; no scope is checked here. */
@Singleton
public class HouseholdMoves {

    private static final String GO_ALONG = """
            update household_member set household_id = :to
            where household_id = :leaving and id = any(cast(:members as uuid[]))
            """;

    private final HouseholdRepository households;
    private final SealedFields sealed;
    private final KeyedHash hashes;

    HouseholdMoves(HouseholdRepository households, SealedFields sealed, KeyedHash hashes) {
        this.households = households;
        this.sealed = sealed;
        this.hashes = hashes;
    }

    /** Moves the household with its members to where its children go. */
    public Uni<Void> follow(Relocation relocation) {
        return households
                .findById(relocation.household())
                .invoke(household -> {
                    household.areaCode = relocation.to();
                    house(household, relocation);
                    household.touch(relocation.at(), relocation.workerId());
                })
                .chain(() -> households.flush());
    }

    /** Makes the household that the children share from now on. What it lives on is for its new village to ask. */
    public Uni<Void> make(Newcomers newcomers, Relocation relocation) {
        UUID id = relocation.household();
        Birth birth = new Birth(id, relocation.to(), relocation.request(), relocation.at(), relocation.workerId());
        Household household = new Household(birth, null, null);
        household.headName = newcomers.headName().strip();
        newcomers.phone().flatMap(PhoneNumber::parse).ifPresent(phone -> {
            household.phoneCipher = sealed.close(Column.HOUSEHOLD_PHONE, id, phone.value());
            Hashes found = hashes.all(phone);
            household.phoneHash = found.hash();
            household.phoneHashNext = found.next();
        });
        household.incomeSources = new String[0];
        household.aidTypes = new String[0];
        house(household, relocation);
        return households.persistAndFlush(household).chain(() -> goAlong(newcomers, relocation));
    }

    /** Both households' phones learn of it: members stand in the feed with their household. */
    private Uni<Void> goAlong(Newcomers newcomers, Relocation relocation) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GO_ALONG)
                        .setParameter("to", relocation.household())
                        .setParameter("leaving", newcomers.leaving())
                        .setParameter("members", newcomers.memberIds().toArray(UUID[]::new))
                        .executeUpdate())
                .chain(moved -> moved == 0
                        ? Uni.createFrom().voidItem()
                        : households
                                .findById(newcomers.leaving())
                                .invoke(left -> left.touch(relocation.at(), relocation.workerId()))
                                .chain(() -> households.flush()));
    }

    private void house(Household household, Relocation relocation) {
        household.addressCipher = sealed.close(
                Column.HOUSEHOLD_ADDRESS, household.id, relocation.address().strip());
        household.hamlet =
                relocation.hamlet() == null ? "" : relocation.hamlet().strip();
    }
}
