package org.shouwang.sync.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouwang.platform.http.Forms;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.record.RequestHash;

/** Reads bodies of operations as strictly as those of requests. */
@Singleton
class OperationBodies {

    /** Larger ones are refused alone: a phone that halved its batch for them would halve for ever. */
    static final int MOST_BYTES = 64 * 1024;

    private static final String ID = "id";

    /** Without the strictness of requests. */
    private static final JsonMapper PLAIN = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Forms forms;

    OperationBodies(Forms forms) {
        this.forms = forms;
    }

    /** What stands around a body; failures as those of {@link #form}. */
    OperationForm envelope(JsonNode operation) throws JsonProcessingException {
        return forms.read(operation, OperationForm.class);
    }

    /**
     * Hash of what makes an operation another one under the same id: its type and body, however they are written. It takes any
     * characters, also those that no form takes: a body that can be read at all has a hash.
     */
    RequestHash hash(OperationForm form) {
        try {
            Map<?, ?> body = PLAIN.convertValue(form.body(), TreeMap.class);
            return RequestHash.ofText(form.type() + '\n' + PLAIN.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read can be written", e);
        }
    }

    boolean isTooLarge(OperationForm form) {
        return bytes(form.body()) > MOST_BYTES;
    }

    /**
     * The form in a body, with the phone's moments corrected.
     *
     * @throws JsonProcessingException when it cannot be read
     * @throws ConstraintViolationException when a value breaks the rules of its field
     */
    <F> F form(OperationForm operation, OperationHandler<F> handler, PhoneTime time) throws JsonProcessingException {
        ObjectNode body = operation.body().deepCopy();
        switch (handler.formId()) {
            case NONE -> body.remove(ID);
            case RECORD -> {}
            case OPERATION -> body.put(ID, operation.id().toString());
        }
        time.correct(body, handler.moments());
        if (!time.isCertain() && handler.moments().stream().anyMatch(body::hasNonNull)) {
            handler.uncertainty().ifPresent(flag -> body.put(flag, true));
        }
        return forms.read(body, handler.form());
    }

    /** The record that the body names. */
    UUID record(OperationForm operation) throws JsonProcessingException {
        return forms.read(operation.body(), Named.class).id();
    }

    private record Named(@NotNull UUID id) {}

    private static int bytes(ObjectNode body) {
        return body.toString().getBytes(UTF_8).length;
    }
}
