package org.shouwang.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Workers who can sign in, written past the application: its keys are all that one needs. */
public final class WorkerTable {

    public static final String PASSWORD = "worker-table-password";

    private static final int LITTLE_WORK = 4;
    private static final String HASH = BcryptUtil.bcryptHash(PASSWORD, LITTLE_WORK);

    private WorkerTable() {}

    /**
     * The keys of a server.
     *
     * @param encryption as {@code shouwang.keys.encryption}
     * @param hash as {@code shouwang.keys.hash}
     */
    public record Keys(String encryption, String hash) {

        private byte[] cipher(String text, String place) throws GeneralSecurityException {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            encryption, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class)
                    .encrypt(text.getBytes(UTF_8), place.getBytes(UTF_8));
        }

        private byte[] hash(String phone) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(hash), "HmacSHA256"));
            return mac.doFinal(("phone\0" + phone).getBytes(UTF_8));
        }
    }

    /** A worker with one appointment under the worker's id, who signs in with {@link #PASSWORD}. */
    public static UUID appoint(Connection connection, Keys keys, String phone, String role, long area)
            throws SQLException {
        UUID worker = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement("""
                with w as (
                    insert into worker (id, full_name, sex_code, phone_cipher, phone_hash, password_hash)
                    values (?, '主任', '2', ?, ?, ?) returning id)
                insert into appointment (id, worker_id, role_code, area_code, appointed_on)
                select id, id, ?, ?, '2026-01-01' from w
                """)) {
            insert.setObject(1, worker);
            insert.setBytes(2, keys.cipher(phone, "worker.phone/" + worker));
            insert.setBytes(3, keys.hash(phone));
            insert.setString(4, HASH);
            insert.setString(5, role);
            insert.setLong(6, area);
            insert.executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys are none", e);
        }
        return worker;
    }

    /** An Android phone of the worker that is woken by FCM, under this address. */
    public static void phone(Connection connection, Keys keys, UUID worker, String target) throws SQLException {
        UUID device = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into device (id, worker_id, platform, channel, target_kind, target_cipher, target_hash, app_version,
                    registered_at)
                values (?, ?, 'ANDROID', 'FCM', 'FID', ?, ?, '1.0', now())
                """)) {
            insert.setObject(1, device);
            insert.setObject(2, worker);
            insert.setBytes(3, keys.cipher(target, "device.target/" + device));
            insert.setBytes(4, target.getBytes(UTF_8));
            insert.executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys are none", e);
        }
    }
}
