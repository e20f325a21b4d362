package org.shouwang.platform.secret;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Citizen identity number (公民身份号码, GB 11643-1999): 17 digits and a check character. */
public record IdentityNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final DateTimeFormatter BIRTH_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Accepts full-width digits, blanks and a small x. Empty when shape, birth date or check character is wrong. */
    public static Optional<IdentityNumber> parse(String text, LocalDate today) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        return Optional.of(plain)
                .filter(number -> SHAPE.matcher(number).matches())
                .filter(number -> number.charAt(17) == checkCharacter(number))
                .filter(number ->
                        birthDate(number).filter(date -> !date.isAfter(today)).isPresent())
                .map(IdentityNumber::new);
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static Optional<LocalDate> birthDate(String number) {
        try {
            return Optional.of(LocalDate.parse(number.substring(6, 14), BIRTH_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public LocalDate birthDate() {
        return LocalDate.parse(value.substring(6, 14), BIRTH_DATE);
    }

    /** Only the last four characters, as every view but the full look shows it. */
    public String masked() {
        return "**************" + value.substring(14);
    }

    @Override
    public String toString() {
        return "***";
    }
}
