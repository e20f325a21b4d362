package org.shouwang.monitoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTypeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "255044462d312e37, PDF",
                "504b030414000600, OFD DOCX XLSX",
                "504b0506,         -",
                "ffd8ffe000104a46, JPEG",
                "ffd8,             -",
                "89504e470d0a1a0a, PNG",
                "89504e470d0a1a,   -",
                "4d5a900003000000, -",
                "3c68746d6c3e,     -",
                "20255044462d312e, -"
            })
    void aTypeIsKnownByItsFirstBytes(String head, String types) {
        List<String> expected = types == null ? List.of() : List.of(types.split(" "));

        assertThat(Arrays.stream(EvidenceType.values())
                        .filter(type -> type.begins(HexFormat.of().parseHex(head)))
                        .map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
