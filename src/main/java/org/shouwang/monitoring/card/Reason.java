package org.shouwang.monitoring.card;

import java.util.List;
import java.util.Locale;
import org.shouwang.platform.http.Messages;

/**
 * Why a card is proposed, with its figures.
 *
 * @param key of the sentence in the message bundles, under {@code card.reason}
 * @param values as they are written, the same in every language
 */
record Reason(String key, List<String> values) {

    Reason {
        values = List.copyOf(values);
    }

    static Reason of(String key, String... values) {
        return new Reason(key, List.of(values));
    }

    String text(Messages messages, Locale locale) {
        return messages.text(locale, "card.reason." + key, values.toArray());
    }
}
