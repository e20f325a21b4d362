package org.shouwang.platform.record;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** Columns that every table of client-made records carries. */
@MappedSuperclass
public abstract class ClientRecord {

    @Id
    public UUID id;

    /** Where the record belongs now; it is its scope. */
    public AreaCode areaCode;

    /** Where it was made; it never changes (statistics). */
    public AreaCode recordedAreaCode;

    public byte[] requestHash;
    public Instant createdAt;
    public UUID createdBy;
    public Instant updatedAt;
    public UUID updatedBy;
    public @Nullable Instant clientTime;
    public @Nullable UUID deviceId;

    @Version
    public int version;

    /**
     * What is stamped on a new record.
     *
     * @param recorded the code that the phone sent, which may have a successor already
     */
    public record Birth(UUID id, AreaCode area, AreaCode recorded, RequestHash requestHash, Instant at, UUID workerId) {

        public Birth(UUID id, AreaCode area, RequestHash requestHash, Instant at, UUID workerId) {
            this(id, area, area, requestHash, at, workerId);
        }
    }

    protected ClientRecord() {}

    protected ClientRecord(Birth birth, @Nullable Instant clientTime, @Nullable UUID deviceId) {
        this.id = birth.id();
        this.areaCode = birth.area();
        this.recordedAreaCode = birth.recorded();
        this.requestHash = birth.requestHash().bytes();
        this.createdAt = birth.at();
        this.createdBy = birth.workerId();
        this.updatedAt = birth.at();
        this.updatedBy = birth.workerId();
        this.clientTime = clientTime;
        this.deviceId = deviceId;
    }

    public void touch(Instant at, UUID workerId) {
        this.updatedAt = at;
        this.updatedBy = workerId;
    }
}
