package org.shouwang.monitoring.bulletin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.workbook.Cell;

/** What stands in a workbook in words, in the language of who asks. */
record Words(Messages messages, Locale locale) {

    String of(String key) {
        return messages.text(locale, "workbook." + key);
    }

    List<String> heads(String... keys) {
        return Stream.of(keys).map(key -> of("head." + key)).toList();
    }

    Cell of(@Nullable Enum<?> code) {
        return code == null ? Cell.EMPTY : Cell.of(of(code.getDeclaringClass().getSimpleName() + "." + code.name()));
    }
}
