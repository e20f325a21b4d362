package org.shouwang.staff.grant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.FieldCipher.Place;

/** Gives grants, in the session and transaction of the use case that decides on them. */
@Singleton
public class Grants {

    private final FieldCipher cipher;
    private final Clock clock;

    Grants(FieldCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /** What a worker asks for: to read this child's file for so many hours, for this reason. */
    public record Wish(UUID id, UUID childId, String reason, int hours) {

        RequestHash hash() {
            return RequestHash.of(this);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** The grant that the same request made before; refused with 409 for another body, with 404 for another's id. */
    public Uni<Result<Optional<GrantView>>> before(Wish wish, Caller caller) {
        return Panache.getSession()
                .chain(session -> session.find(AccessGrant.class, wish.id()))
                .map(found -> before(found, wish, caller));
    }

    private static Result<Optional<GrantView>> before(@Nullable AccessGrant found, Wish wish, Caller caller) {
        if (found == null) {
            return Result.ok(Optional.empty());
        }
        if (!found.workerId.equals(caller.workerId())) {
            return Result.refused(Problem.NOT_FOUND);
        }
        return wish.hash().matches(found.requestHash)
                ? Result.ok(Optional.of(found.view()))
                : Result.refused(Problem.ID_REUSED);
    }

    /**
     * Opens the file to the caller from now on.
     *
     * @param area where the child lives, whose privacy officers review it
     */
    public Uni<GrantView> give(Wish wish, AreaCode area, Caller caller, Post post) {
        AccessGrant grant = new AccessGrant(
                wish, area, caller, post, clock.instant(), cipher.encrypt(wish.reason(), reasonPlace(wish.id())));
        return Panache.getSession().chain(session -> session.persist(grant)).replaceWith(grant::view);
    }

    static Place reasonPlace(UUID id) {
        return new Place("access_grant", "reason_cipher", id);
    }
}
