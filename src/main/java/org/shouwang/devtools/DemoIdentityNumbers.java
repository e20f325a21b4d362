package org.shouwang.devtools;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import org.shouwang.platform.secret.IdentityNumber;

/** Identity numbers of nobody: area 990101 does not exist (GB/T 2260). */
final class DemoIdentityNumbers {

    private DemoIdentityNumbers() {}

    /** The number of this birth date and sequence; an even sequence is a girl's. */
    static String of(LocalDate birth, int sequence) {
        String digits = "990101" + DateTimeFormatter.BASIC_ISO_DATE.format(birth) + String.format("%03d", sequence);
        return IntStream.range(0, 11)
                .mapToObj(check -> digits + (check == 10 ? "X" : Integer.toString(check)))
                .filter(number -> IdentityNumber.parse(number, birth).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
