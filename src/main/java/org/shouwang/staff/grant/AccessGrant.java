package org.shouwang.staff.grant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

@Entity
@Table(name = "access_grant")
class AccessGrant {

    @Id
    UUID id;

    UUID workerId;
    UUID appointmentId;
    String roleCode;
    UUID childId;
    AreaCode areaCode;
    byte[] reasonCipher;
    byte[] requestHash;
    Instant grantedAt;
    Instant expiresAt;

    @Version
    int version;

    protected AccessGrant() {}

    AccessGrant(Grants.Wish wish, AreaCode area, Caller caller, Post post, Instant now, byte[] reasonCipher) {
        this.id = wish.id();
        this.workerId = caller.workerId();
        this.appointmentId = post.appointmentId();
        this.roleCode = post.role().name();
        this.childId = wish.childId();
        this.areaCode = area;
        this.reasonCipher = reasonCipher;
        this.requestHash = wish.hash().bytes();
        this.grantedAt = now;
        this.expiresAt = now.plus(Duration.ofHours(wish.hours()));
    }

    GrantView view() {
        return new GrantView(id, version, childId, appointmentId, grantedAt, expiresAt);
    }
}
