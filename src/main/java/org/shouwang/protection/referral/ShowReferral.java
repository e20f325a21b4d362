package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.register.child.PersonCard;
import org.shouwang.register.child.PersonCards;
import org.shouwang.staff.WorkerRows;

/** Makes views of referrals, each as its reader may see it. */
@Singleton
class ShowReferral {

    private final ReferralTexts texts;
    private final PersonCards cards;
    private final FieldCipher cipher;
    private final Clock clock;

    ShowReferral(ReferralTexts texts, PersonCards cards, FieldCipher cipher, Clock clock) {
        this.texts = texts;
        this.cards = cards;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** As lists and the feed show it: without the person. */
    ReferralView line(ReferralRow row, Caller caller, Set<UUID> openIncidents) {
        Standing standing = row.standing(caller);
        return view(row, standing, Sight.of(row, standing, caller, openIncidents), null);
    }

    /** As a single read shows it: to the receiver with what the kind of service needs of the person, as long as it serves. */
    Uni<ReferralView> whole(SqlClient tx, ReferralRow row, Caller caller, Set<UUID> openIncidents) {
        Standing standing = row.standing(caller);
        Sight sight = Sight.of(row, standing, caller, openIncidents);
        return standing.isReceiversOnly() && row.referral().status.isReceivers()
                ? card(tx, row.referral())
                        .map(card -> view(
                                row,
                                standing,
                                sight,
                                card.map(found -> shared(row, found)).orElse(null)))
                : Uni.createFrom().item(() -> view(row, standing, sight, null));
    }

    private Uni<Optional<PersonCard>> card(SqlClient tx, Referral referral) {
        UUID child = referral.childId;
        return child == null
                ? cards.ofMember(tx, Objects.requireNonNull(referral.personRef))
                : cards.ofChild(tx, child);
    }

    private SharedView shared(ReferralRow row, PersonCard card) {
        Referral referral = row.referral();
        return SharedView.of(
                card,
                SharedFact.of(referral.referralType, referral.childId != null, row.isGuarded()),
                LocalDays.today(clock));
    }

    private ReferralView view(ReferralRow row, Standing standing, Sight sight, @Nullable SharedView person) {
        texts.opened(row.referral());
        return ReferralView.of(row, sight, sender(row, standing), person, clock.instant());
    }

    private SenderView sender(ReferralRow row, Standing standing) {
        ReferralRow.Sender sender = row.sender();
        boolean named = !row.isGuarded();
        return new SenderView(
                sender.role(),
                sender.area(),
                named ? sender.fullName() : null,
                named && standing.isReceiversOnly()
                        ? cipher.decrypt(sender.phoneCipher().getBytes(), WorkerRows.phonePlace(sender.workerId()))
                        : null);
    }
}
