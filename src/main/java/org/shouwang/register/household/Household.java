package org.shouwang.register.household;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.register.SealedFields;

/** A family at one address (家庭); the columns that end in {@code Cipher} open with {@link SealedFields}. */
@Entity
@Table(name = "household")
@DynamicUpdate
class Household extends ClientRecord {

    String headName;
    byte @Nullable [] phoneCipher;
    byte @Nullable [] phoneHash;
    byte @Nullable [] phoneHashNext;
    byte[] addressCipher;
    String hamlet;
    String[] incomeSources;
    String[] aidTypes;

    protected Household() {}

    Household(Birth birth, @Nullable Instant clientTime, @Nullable UUID deviceId) {
        super(birth, clientTime, deviceId);
    }
}
