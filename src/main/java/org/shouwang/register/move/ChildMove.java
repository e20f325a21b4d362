package org.shouwang.register.move;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.ClientRecord;

/** A move of children between two villages; its {@code areaCode} is the one that they leave. */
@Entity
@Table(name = "child_move")
@DynamicUpdate
class ChildMove extends ClientRecord {

    @Nullable
    AreaCode toAreaCode;

    UUID householdId;
    boolean wholeHousehold;

    @Enumerated(EnumType.STRING)
    MoveState state;

    @Enumerated(EnumType.STRING)
    Side askedSide;

    Instant askedAt;
    UUID requesterAppointmentId;

    @Nullable
    UUID sourceVisitId;

    @Nullable
    String reason;

    byte @Nullable [] addressCipher;

    @Nullable
    String hamlet;

    @Nullable
    UUID toHouseholdId;

    @Nullable
    String newHeadName;

    byte @Nullable [] newPhoneCipher;
    UUID[] memberIds = {};

    @Nullable
    String answerReason;

    @Nullable
    Instant answeredAt;

    @Nullable
    UUID answeredAppointmentId;

    protected ChildMove() {}

    ChildMove(Birth birth, UUID householdId, MoveState state, Side asked, Post requester) {
        super(birth, null, null);
        this.householdId = householdId;
        this.state = state;
        this.askedSide = asked;
        this.askedAt = birth.at();
        this.requesterAppointmentId = requester.appointmentId();
    }

    /** The village of this side; null while nobody knows where the children went. */
    @Nullable
    AreaCode area(Side side) {
        return side == Side.LEAVING ? areaCode : toAreaCode;
    }

    /** Whether a post stands on this side. */
    boolean isAt(Side side, Post post) {
        AreaCode area = area(side);
        return area != null && post.areas().contains(area);
    }

    void answer(MoveState answer, @Nullable String why, Instant at, Post by) {
        state = answer;
        answerReason = why;
        answeredAt = at;
        answeredAppointmentId = by.appointmentId();
    }
}
