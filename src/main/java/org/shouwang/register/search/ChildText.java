package org.shouwang.register.search;

import io.vertx.core.buffer.Buffer;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.register.child.IdType;
import org.shouwang.register.child.IdentityDocument;
import org.shouwang.register.name.NameKeys;
import org.shouwang.register.name.NamesInText;
import org.shouwang.register.name.Pinyin;

/**
 * What a child is searched by: a part of its name, pinyin or initials of a part of it, or its full number as any document that
 * the number may be of. A number is compared by its keyed hash only.
 *
 * @param plain part of a name without blanks and dots
 * @param spoken as pinyin or initials, empty where it is not written in letters
 */
record ChildText(String plain, Optional<String> spoken, List<byte[]> numbers) {

    static ChildText of(String text, LocalDate today, KeyedHash hashes) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        List<byte[]> numbers = plain.chars().anyMatch(Character::isDigit)
                ? Stream.of(IdType.values())
                        .flatMap(type -> IdentityDocument.parse(type, plain, today).stream())
                        .flatMap(document -> document.hashes(hashes).any().stream())
                        .toList()
                : List.of();
        return new ChildText(
                NamesInText.plain(plain), Optional.of(Pinyin.plain(plain)).filter(Pinyin::isWritten), numbers);
    }

    /** The keys of {@link NameKeys} of which one is enough. */
    String[] spokenKeys() {
        return spoken.stream()
                .flatMap(text -> Stream.of("p:" + text, "i:" + text))
                .toArray(String[]::new);
    }

    boolean isNumber() {
        return !numbers.isEmpty();
    }

    Buffer[] hashes() {
        return numbers.stream().map(Buffer::buffer).toArray(Buffer[]::new);
    }

    @Override
    public String toString() {
        return "***";
    }
}
