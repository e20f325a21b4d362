package org.shouwang.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ingress-7.42_a", "1", "0192f3a0-0000-7000-8000-123456789012", "4bf92f3577b34da6a3ce929d0e0e4736"
            })
    void anIdOfAProxyIsTakenOver(String sent) {
        assertThat(RequestIds.accepted(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13912345678", "app-13912345678", "990104201501010018", "a b", "张三", ""})
    void whatMayBeAPersonsNumberIsReplaced(String sent) {
        assertThat(RequestIds.accepted(sent)).isNotEqualTo(sent);
    }
}
