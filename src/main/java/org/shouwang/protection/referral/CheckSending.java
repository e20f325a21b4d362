package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.problem.Violation;
import org.shouwang.protection.directory.Receivers;
import org.shouwang.protection.incident.OpenIncidents;
import org.shouwang.protection.referral.ReferralSubjects.Subject;

/** What is wrong with what is asked, as far as the database knows. In the session of the use case, before it writes anything. */
@Singleton
class CheckSending {

    private final Receivers receivers;
    private final OpenIncidents incidents;
    private final ReferralRepository referrals;
    private final ReferralAccess access;
    private final Clock clock;

    CheckSending(
            Receivers receivers,
            OpenIncidents incidents,
            ReferralRepository referrals,
            ReferralAccess access,
            Clock clock) {
        this.receivers = receivers;
        this.incidents = incidents;
        this.referrals = referrals;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param incident the one that it follows
     * @param earlier the referral that it names as reopened, held until the transaction ends
     */
    record Checked(List<Violation> violations, Optional<UUID> incident, Optional<Referral> earlier) {}

    Uni<Checked> check(Sending asked, Subject subject, Caller caller) {
        return receivers
                .accepts(asked.toOrganisationId(), asked.type(), subject.area())
                .chain(accepted -> incident(asked.incidentId(), caller).chain(incident -> earlier(asked, caller)
                        .map(earlier -> new Checked(
                                violations(asked, subject, accepted, incident, earlier), incident, earlier))));
    }

    private List<Violation> violations(
            Sending asked, Subject subject, boolean accepted, Optional<UUID> incident, Optional<Referral> earlier) {
        List<Violation> found =
                new ArrayList<>(ReferralRules.ofSubject(asked, subject.born(), subject.open(), LocalDays.today(clock)));
        if (!accepted) {
            found.add(Violation.of("toOrganisationId", "referral-receiver"));
        }
        if (asked.incidentId() != null && incident.isEmpty()) {
            found.add(Violation.of("incidentId", "referral-incident"));
        }
        if (asked.reopens() != null && earlier.isEmpty()) {
            found.add(Violation.of("reopens", "referral-reopens"));
        }
        return found;
    }

    /** Whether it is missing or closed to the caller is one answer. */
    private Uni<Optional<UUID>> incident(@Nullable UUID incident, Caller caller) {
        return incident == null ? Uni.createFrom().item(Optional.empty()) : incidents.openTo(incident, caller);
    }

    private Uni<Optional<Referral>> earlier(Sending asked, Caller caller) {
        UUID named = asked.reopens();
        return named == null
                ? Uni.createFrom().item(Optional.empty())
                : referrals
                        .locked(named)
                        .chain(found -> found == null || !isOver(found, asked)
                                ? Uni.createFrom().item(Optional.empty())
                                : access.standing(found, caller)
                                        .map(standing -> Optional.of(found).filter(seen -> standing.endsIt())));
    }

    private static boolean isOver(Referral earlier, Sending asked) {
        boolean over = earlier.status == ReferralStatus.REJECTED || earlier.status == ReferralStatus.CLOSED;
        return over
                && earlier.referralType == asked.type()
                && Objects.equals(earlier.childId, asked.childId())
                && Objects.equals(earlier.personRef, asked.personRef());
    }
}
