package org.shouwang.protection.referral;

import java.time.Instant;
import java.util.UUID;

/** A referral has reached a status, also the first one. */
public record ReferralMove(UUID referralId, ReferralStatus status, Instant at) {}
