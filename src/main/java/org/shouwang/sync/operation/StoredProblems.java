package org.shouwang.sync.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.http.ProblemDocument;

/** Problem documents as they are stored: in both languages, since whoever reads them later may prefer another one. */
@Singleton
class StoredProblems {

    private final ObjectMapper json;

    StoredProblems(ObjectMapper json) {
        this.json = json;
    }

    private record Texts(ProblemDocument zh, ProblemDocument en) {}

    String write(Refused refused) {
        try {
            return json.writeValueAsString(new Texts(
                    refused.document().apply(Messages.CHINESE),
                    refused.document().apply(Locale.ENGLISH)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    ProblemDocument read(@Nullable String stored, Locale locale) {
        if (stored == null) {
            return null;
        }
        try {
            Texts texts = json.readValue(stored, Texts.class);
            return locale.equals(Locale.ENGLISH) ? texts.en : texts.zh;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
