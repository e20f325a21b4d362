package org.shouwang.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 500 generated numbers, each judged by a second reading of GB 11643 that shares nothing with the first. */
class IdentityNumberOracleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int KINDS = 10;

    @ParameterizedTest
    @MethodSource("generated")
    void aNumberIsReadAsTheOracleReadsIt(String written) {
        Optional<String> read = IdentityNumber.parse(written, TODAY).map(IdentityNumber::value);

        assertThat(read).isEqualTo(oracle(written));
    }

    @Test
    void everyKindOfWrongNumberIsAmongThem() {
        assertThat(generated().filter(written -> oracle(written).isPresent()).count())
                .isBetween(150L, 350L);
    }

    private static Stream<String> generated() {
        Random random = new Random(11643);
        return IntStream.range(0, 500).mapToObj(i -> written(random, i % KINDS));
    }

    private static String written(Random random, int kind) {
        LocalDate born = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(46_000));
        String day = "%04d%02d%02d".formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth());
        String valid = checked(random, day);
        int at = random.nextInt(17);
        return switch (kind) {
            case 0 -> valid;
            case 1 -> valid.toLowerCase(java.util.Locale.ROOT);
            case 2 -> wide(valid);
            case 3 -> " " + valid.substring(0, 6) + "　" + valid.substring(6) + "\t";
            case 4 ->
                valid.substring(0, at)
                        + (char) ('0' + (valid.charAt(at) - '0' + 1 + random.nextInt(9)) % 10)
                        + valid.substring(at + 1);
            case 5 ->
                checked(
                        random,
                        "%04d%02d31"
                                .formatted(1950 + random.nextInt(70), new int[] {2, 4, 6, 9, 11}[random.nextInt(5)]));
            case 6 -> checked(random, "%04d0229".formatted(1901 + 4 * random.nextInt(25) + random.nextInt(3)));
            case 7 -> checked(random, "%04d0101".formatted(2027 + random.nextInt(70)));
            case 8 -> random.nextBoolean() ? valid.substring(0, at) + valid.substring(at + 1) : valid + "1";
            default -> valid.substring(0, at) + "AXx*零".charAt(random.nextInt(5)) + valid.substring(at + 1);
        };
    }

    /** Area 9901xx does not exist. The check character is the one that makes the weighted sum 1 modulo 11. */
    private static String checked(Random random, String day) {
        String digits = "9901%02d%s%03d".formatted(random.nextInt(100), day, random.nextInt(1000));
        for (char last : "0123456789X".toCharArray()) {
            if (sum(digits + last) % 11 == 1) {
                return digits + last;
            }
        }
        throw new AssertionError(digits);
    }

    /** Weight of the place n from the right, beginning with 0: two to the power of n. */
    private static long sum(String number) {
        long sum = 0;
        for (int i = 0; i < number.length(); i++) {
            char character = number.charAt(i);
            sum += (character == 'X' ? 10 : character - '0') * (1L << (number.length() - 1 - i));
        }
        return sum;
    }

    private static String wide(String number) {
        StringBuilder wide = new StringBuilder();
        number.chars().forEach(character -> wide.append((char) (character + 0xFEE0)));
        return wide.toString();
    }

    private static Optional<String> oracle(String written) {
        StringBuilder plain = new StringBuilder();
        for (char character : written.toCharArray()) {
            char narrow = character >= '！' && character <= '～' ? (char) (character - 0xFEE0) : character;
            if (narrow == 'x') {
                narrow = 'X';
            }
            if (" \t　".indexOf(narrow) < 0) {
                plain.append(narrow);
            }
        }
        String number = plain.toString();
        if (number.length() != 18 || !number.matches("[0-9]{17}[0-9X]") || sum(number) % 11 != 1) {
            return Optional.empty();
        }
        return exists(Integer.parseInt(number.substring(6, 14))) ? Optional.of(number) : Optional.empty();
    }

    private static boolean exists(int day) {
        int year = day / 10_000;
        int month = day / 100 % 100;
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int[] lengths = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return month >= 1 && month <= 12 && day % 100 >= 1 && day % 100 <= lengths[month - 1] && day <= 20_261_122;
    }
}
