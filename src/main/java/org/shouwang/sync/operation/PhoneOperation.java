package org.shouwang.sync.operation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** One operation of a worker and what became of it; never the record itself. */
@Entity
@Table(name = "sync_operation")
@IdClass(PhoneOperation.Key.class)
class PhoneOperation {

    @Id
    UUID workerId;

    @Id
    UUID id;

    String type;
    byte[] bodyHash;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    Instant at;

    /** Milliseconds. */
    @Nullable
    Long clockOffset;

    Instant receivedAt;

    @Nullable
    UUID deviceId;

    @Nullable
    UUID appointmentId;

    @Nullable
    AreaCode areaCode;

    @Nullable
    String kind;

    @Nullable
    UUID recordId;

    @Nullable
    Integer recordVersion;

    @Nullable
    UUID waitsFor;

    @Nullable
    String problem;

    byte @Nullable [] keptCipher;

    @Enumerated(EnumType.STRING)
    @Nullable
    Settlement settledAs;

    @Nullable
    Instant settledAt;

    @Nullable
    UUID settledBy;

    byte @Nullable [] reasonCipher;

    @Version
    int version;

    /** How an operation that was not accepted came to its end. */
    enum Settlement {
        ACCEPTED,
        DISMISSED,
        /** By another operation of its author, which took its place. */
        CORRECTED
    }

    protected PhoneOperation() {}

    PhoneOperation(UUID workerId, OperationForm form, byte[] bodyHash, Instant receivedAt) {
        this.workerId = workerId;
        this.id = form.id();
        this.type = form.type();
        this.bodyHash = bodyHash;
        this.at = form.at().truncatedTo(ChronoUnit.MICROS);
        this.clockOffset = form.serverTimeOffset();
        this.receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    boolean isOpen() {
        return !outcome.isDone() && settledAs == null;
    }

    /** Whether its work counts: at once, or since somebody accepted it. */
    boolean isAccepted() {
        return outcome.isDone() || settledAs == Settlement.ACCEPTED;
    }

    /**
     * Whether another operation of its author takes its place: once that one is accepted, or waits as this one does. Work of one
     * kind replaces only work of the same.
     */
    boolean isCorrectedBy(PhoneOperation other) {
        boolean stands = other.outcome.isDone() || (outcome == Outcome.HELD && other.outcome == Outcome.HELD);
        return isOpen() && stands && type.equals(other.type);
    }

    void settle(Settlement as, UUID by, Instant now) {
        settledAs = as;
        settledBy = by;
        settledAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Key of one operation. */
    record Key(UUID workerId, UUID id) implements Serializable {}
}
