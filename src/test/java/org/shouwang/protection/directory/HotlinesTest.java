package org.shouwang.protection.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HotlinesTest {

    private static List<Hotline> lines(String... numbers) {
        return Stream.of(numbers)
                .map(number -> new Hotline(7, null, number, "line", "line"))
                .toList();
    }

    private static List<String> numbers(List<Hotline> lines) {
        return lines.stream().map(Hotline::number).toList();
    }

    @Test
    void policeAndAmbulanceStandBeforeWhatIsNear() {
        List<Hotline> all = Hotlines.merged(lines("110", "120", "12345"), lines("0917-0000013", "0917-0000014"));

        assertThat(numbers(all)).containsExactly("110", "120", "0917-0000013", "0917-0000014", "12345");
        assertThat(all).extracting(Hotline::sort).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aNumberStandsOnceWhereItStandsFirst() {
        assertThat(numbers(Hotlines.merged(lines("110", "12345", "12348"), lines("12348", "110"))))
                .containsExactly("110", "12348", "12345");
    }

    @Test
    void withoutLocalLinesTheNationalOnesKeepTheirOrder() {
        assertThat(numbers(Hotlines.merged(lines("110", "120", "12345"), lines())))
                .containsExactly("110", "120", "12345");
    }
}
