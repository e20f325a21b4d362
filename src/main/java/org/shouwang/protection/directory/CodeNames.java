package org.shouwang.protection.directory;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.openapi.SchemaName;

/** Codes as a spreadsheet writes them: the code itself, or its Chinese name. */
@Singleton
class CodeNames {

    private final Messages messages;

    CodeNames(Messages messages) {
        this.messages = messages;
    }

    <E extends Enum<E>> Optional<E> read(Class<E> list, String cell) {
        String plain = cell.replaceAll("\\s", "");
        return Stream.of(list.getEnumConstants())
                .filter(code -> code.name().equals(plain.toUpperCase(Locale.ROOT))
                        || messages.label(Messages.CHINESE, SchemaName.of(list), code.name())
                                .equals(plain))
                .findFirst();
    }
}
