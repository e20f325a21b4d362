package org.shouwang.sync.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/** Closes and opens what is kept of operations that were not accepted: the phone's body, and why somebody dismissed it. */
@Singleton
class KeptTexts implements SealedColumns {

    private static final SealedColumn KEPT = column("kept_cipher");
    private static final SealedColumn REASON = column("reason_cipher");

    private final FieldCipher cipher;
    private final ObjectMapper json;

    KeptTexts(FieldCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    /**
     * What is kept of an operation.
     *
     * @param form as the phone sent it
     * @param conflict the fields in conflict; null when it is not about fields
     */
    record Kept(OperationForm form, @Nullable ObjectNode conflict) {

        @Override
        public String toString() {
            return "***";
        }
    }

    void keep(PhoneOperation operation, Kept kept) {
        operation.keptCipher = cipher.encrypt(text(kept), KEPT.placeOf(key(operation)));
    }

    /** What is kept; null when all of it was accepted. */
    @Nullable
    Kept kept(PhoneOperation operation) {
        byte[] closed = operation.keptCipher;
        return closed == null ? null : read(cipher.decrypt(closed, KEPT.placeOf(key(operation))));
    }

    void because(PhoneOperation operation, String reason) {
        operation.reasonCipher = cipher.encrypt(reason, REASON.placeOf(key(operation)));
    }

    @Nullable
    String reason(PhoneOperation operation) {
        byte[] closed = operation.reasonCipher;
        return closed == null ? null : cipher.decrypt(closed, REASON.placeOf(key(operation)));
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(KEPT, REASON);
    }

    private String text(Kept kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kept read(String text) {
        try {
            return json.readValue(text, Kept.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SealedColumn column(String name) {
        return SealedColumn.of("sync_operation", name, name).keyedBy("worker_id", "id");
    }

    private static List<UUID> key(PhoneOperation operation) {
        return List.of(operation.workerId, operation.id);
    }
}
