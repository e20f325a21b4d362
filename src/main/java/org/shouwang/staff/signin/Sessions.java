package org.shouwang.staff.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Sha256;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.TokenKey;
import org.shouwang.staff.TokenClaims;
import org.shouwang.staff.WorkerRows;
import org.shouwang.staff.WorkerRows.Credentials;
import org.shouwang.staff.signin.RefreshTokenRows.Token;

/**
 * Access tokens (JWT, minutes) and refresh tokens (random, 90 days, stored as a hash). Tokens use real time, never the
 * application's clock. The access token says who somebody is and nothing about what they may do.
 */
@Singleton
class Sessions {

    private static final int TOKEN_BYTES = 32;

    private final RefreshTokenRows tokens;
    private final WorkerRows workers;
    private final SessionConfig config;
    private final TokenKey key;
    private final SecureRandom random = new SecureRandom();

    Sessions(RefreshTokenRows tokens, WorkerRows workers, SessionConfig config, TokenKey key) {
        this.tokens = tokens;
        this.workers = workers;
        this.config = config;
        this.key = key;
    }

    /**
     * Opens a session for somebody who proved who they are.
     *
     * @param deviceId the phone, under the id with which the app registers it; refused when it was declared lost
     */
    Uni<Result<SessionView>> open(UUID workerId, @Nullable UUID deviceId) {
        return open(workerId, null, deviceId);
    }

    /** The same for somebody who proved it by password; failed when the password is another one meanwhile. */
    Uni<Result<SessionView>> open(Credentials compared, @Nullable UUID deviceId) {
        return open(compared.workerId(), compared.passwordHash(), deviceId);
    }

    private Uni<Result<SessionView>> open(UUID workerId, @Nullable String password, @Nullable UUID deviceId) {
        String refresh = newRefreshToken();
        return tokens.insertFirst(token(refresh, Ids.next(), workerId, deviceId), password)
                .chain(stored -> stored.thenDo(token -> session(token, refresh)));
    }

    /**
     * Trades a refresh token for a new one. The one handed in stays good until its successor is first used, so that a reply
     * lost in a valley locks nobody out; used again after that, it is stolen, and the whole family dies.
     */
    Uni<Result<SessionView>> refresh(String handedIn) {
        String successor = newRefreshToken();
        return tokens.rotate(
                        hash(handedIn),
                        Instant.now(),
                        old -> token(successor, old.family(), old.workerId(), old.deviceId()))
                .chain(rotated -> rotated.thenDo(token -> session(token, successor)));
    }

    Uni<Void> close(String refreshToken) {
        return tokens.deleteFamily(hash(refreshToken));
    }

    private Uni<SessionView> session(Token token, String refreshToken) {
        JwtClaimsBuilder claims = Jwt.issuer("shouwang")
                .subject(token.workerId().toString())
                .upn(token.workerId().toString())
                .claim(TokenClaims.SESSION, token.family().toString());
        if (token.deviceId() != null) {
            claims.claim(TokenClaims.DEVICE, token.deviceId().toString());
        }
        String access = claims.expiresIn(config.accessToken()).sign(key.signing());
        return workers.view(token.workerId())
                .map(worker -> new SessionView(
                        access, refreshToken, config.accessToken().toSeconds(), worker));
    }

    private Token token(String clear, UUID family, UUID workerId, @Nullable UUID deviceId) {
        Instant now = Instant.now();
        return new Token(hash(clear), family, workerId, deviceId, now, now.plus(config.refreshToken()));
    }

    private String newRefreshToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String clear) {
        return Base64.getEncoder().encodeToString(Sha256.of(clear.getBytes(US_ASCII)));
    }

    /** A moment as the database takes it. */
    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
