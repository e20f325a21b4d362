package org.shouwang.monitoring.bulletin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** Content as it is stored. */
@Singleton
class BulletinDocument {

    private final ObjectMapper json;

    BulletinDocument(ObjectMapper json) {
        this.json = json;
    }

    String write(BulletinContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    BulletinContent read(String document) {
        try {
            return json.readValue(document, BulletinContent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
