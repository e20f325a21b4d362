package org.shouwang.platform.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.shouwang.platform.Sha256;

/**
 * SHA-256 of a request in canonical form: the fields that the server knows, sorted, nulls dropped. Blanks, order and unknown
 * fields do not make another request.
 */
public final class RequestHash {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final byte[] bytes;

    private RequestHash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static RequestHash of(Object form) {
        try {
            return new RequestHash(Sha256.of(CANONICAL.writeValueAsBytes(form)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a form of this type cannot be hashed: " + form.getClass(), e);
        }
    }

    /** Of a text that says the same in the same way each time. */
    public static RequestHash ofText(String canonical) {
        return new RequestHash(Sha256.of(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean matches(byte[] stored) {
        return Arrays.equals(bytes, stored);
    }
}
