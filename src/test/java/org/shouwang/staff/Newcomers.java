package org.shouwang.staff;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.platform.secret.TokenKey;
import org.shouwang.testsupport.Appointments;
import org.shouwang.testsupport.Sql;

/** Workers whom a test needs in numbers, or who must not have met other tests; their tokens cost no sign-in. */
@Singleton
public class Newcomers {

    private static final Duration TOKEN = Duration.ofMinutes(20);

    private final DataSource database;
    private final FieldCipher cipher;
    private final KeyedHash hash;
    private final TokenKey key;
    private final List<UUID> workers = new ArrayList<>();

    Newcomers(DataSource database, FieldCipher cipher, KeyedHash hash, TokenKey key) {
        this.database = database;
        this.cipher = cipher;
        this.hash = hash;
        this.key = key;
    }

    /** Somebody with one post. */
    public record Newcomer(UUID id, UUID appointment, String token) {

        public RequestSpecification request() {
            return given().contentType(ContentType.JSON).auth().oauth2(token);
        }
    }

    public Newcomer appoint(RoleCode role, long area) throws SQLException {
        Newcomer made = new Newcomer(UUID.randomUUID(), UUID.randomUUID(), "");
        String phone = RoleWorkers.freshPhone();
        Sql.update(
                database,
                "insert into worker (id, full_name, sex_code, phone_cipher, phone_hash) values (?, '试用员', '2', ?, ?)",
                made.id(),
                cipher.encrypt(phone, WorkerRows.phonePlace(made.id())),
                hash.of(new PhoneNumber(phone)));
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on) values (?, ?, ?, ?, '2025-01-05')",
                made.appointment(),
                made.id(),
                role.name(),
                area);
        workers.add(made.id());
        return new Newcomer(made.id(), made.appointment(), token(made.id()));
    }

    private String token(UUID worker) {
        return Jwt.issuer("shouwang")
                .subject(worker.toString())
                .upn(worker.toString())
                .expiresIn(TOKEN)
                .sign(key.signing());
    }

    /** None of them works any more. */
    public void dismiss() throws SQLException {
        for (UUID worker : workers) {
            Appointments.end(database, "worker_id = ?", worker);
            Sql.update(database, "update worker set status = 'INACTIVE' where id = ?", worker);
        }
        workers.clear();
    }
}
