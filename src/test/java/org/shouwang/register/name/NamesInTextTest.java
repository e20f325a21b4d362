package org.shouwang.register.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInTextTest {

    private static final List<String> NAMES = List.of("王小明", "阿依古丽·买买提", "Ann Lee");

    @ParameterizedTest
    @ValueSource(strings = {"看望王小明", "看望王 小　明一家", "阿依古丽买买提家", "visit ANN LEE", "ａｎｎｌｅｅ"})
    void aNameIsFoundHoweverItIsWritten(String text) {
        assertThat(NamesInText.anyOf(NAMES, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "春季入户走访", "王家小孩", "小明"})
    void aTextWithoutAFullNameNamesNobody(String text) {
        assertThat(NamesInText.anyOf(NAMES, text)).isFalse();
    }
}
