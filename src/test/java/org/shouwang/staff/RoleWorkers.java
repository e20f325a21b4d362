package org.shouwang.staff;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Appointments;
import org.shouwang.testsupport.Sql;

/** One worker for each role with one appointment, signed in once; the appointments are moved from place to place. */
public final class RoleWorkers {

    /** Numbers of nobody else, one for each worker ever made. */
    private static final AtomicLong PHONES = new AtomicLong(18899000001L);

    private final DataSource database;
    private final Map<RoleCode, Worker> workers = new EnumMap<>(RoleCode.class);

    /** A worker, the post held, and the token of a session. */
    public record Worker(UUID id, UUID appointment, String token) {

        public RequestSpecification request() {
            return given().contentType(ContentType.JSON).auth().oauth2(token);
        }
    }

    public RoleWorkers(DataSource database, KeyedHash hashes, FieldCipher cipher) throws SQLException {
        this.database = database;
        byte[] known = hashes.of(new PhoneNumber(Accounts.DIRECTOR.phone()));
        for (RoleCode role : RoleCode.values()) {
            String phone = freshPhone();
            UUID id = UUID.randomUUID();
            UUID appointment = UUID.randomUUID();
            Sql.update(
                    database,
                    """
                    insert into worker (id, full_name, sex_code, phone_cipher, phone_hash, password_hash)
                    select ?, '试用员', '1', ?, ?, password_hash from worker where phone_hash = ?
                    """,
                    id,
                    cipher.encrypt(phone, WorkerRows.phonePlace(id)),
                    hashes.of(new PhoneNumber(phone)),
                    known);
            Sql.update(database, """
                    insert into appointment (id, worker_id, role_code, area_code, appointed_on)
                    values (?, ?, ?, 610304000000, '2026-01-04')
                    """, appointment, id, role.name());
            workers.put(role, new Worker(id, appointment, token(phone)));
        }
    }

    /** A number of nobody. */
    public static String freshPhone() {
        return Long.toString(PHONES.getAndIncrement());
    }

    private static String token(String phone) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("phone", phone, "password", Accounts.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    public Worker of(RoleCode role) {
        return Objects.requireNonNull(workers.get(role));
    }

    /** Appoints all of them to an area. */
    public void appointAll(long area) throws SQLException {
        moveAll(area, null);
    }

    /** Appoints all of them to an organisation. */
    public void appointAll(UUID organisation) throws SQLException {
        moveAll(null, organisation);
    }

    private void moveAll(@Nullable Long area, @Nullable UUID organisation) throws SQLException {
        Sql.update(
                database,
                "update appointment set area_code = ?, organisation_id = ? where id = any (?::uuid[])",
                area,
                organisation,
                workers.values().stream()
                        .map(worker -> worker.appointment().toString())
                        .collect(Collectors.joining(",", "{", "}")));
    }

    /** Appoints one of them to an area, to an organisation, or, with neither, to the whole instance. */
    public void appoint(RoleCode role, @Nullable Long area, @Nullable UUID organisation) throws SQLException {
        Sql.update(
                database,
                "update appointment set area_code = ?, organisation_id = ? where id = ?",
                area,
                organisation,
                of(role).appointment());
    }

    /** Nobody of them works any more. */
    public void dismiss() throws SQLException {
        for (Worker worker : workers.values()) {
            dismiss(worker.id());
        }
    }

    /** Somebody else does not work any more. */
    public void dismiss(UUID worker) throws SQLException {
        Appointments.end(database, "worker_id = ?", worker);
        Sql.update(database, "update worker set status = 'INACTIVE' where id = ?", worker);
    }
}
