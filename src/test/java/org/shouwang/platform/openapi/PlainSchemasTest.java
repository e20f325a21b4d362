package org.shouwang.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainSchemasTest {

    @Test
    void aPatternIsAboutTheWholeText() {
        assertThat(PlainSchemas.whole("\\d{2}")).isEqualTo("^\\d{2}$");
        assertThat(PlainSchemas.whole("ab|c")).isEqualTo("^(?:ab|c)$");
        assertThat(PlainSchemas.whole("^\\d{2}$")).isEqualTo("^\\d{2}$");
    }
}
