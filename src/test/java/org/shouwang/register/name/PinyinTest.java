package org.shouwang.register.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    @ParameterizedTest
    @CsvSource({
        "wangxiaoming, wangxiaoming",
        "'Wáng Xiǎo  Míng', wangxiaoming",
        "ＷＡＮＧ, wang",
        "wang2 xiao3 ming2, wangxiaoming",
        "xi'an, xian",
        "lǚ, lv",
        "lü, lv",
        "lu:3, lv",
        "阿, 阿"
    })
    void tonesWidthAndCaseDoNotMatter(String typed, String plain) {
        assertThat(Pinyin.plain(typed)).isEqualTo(plain);
    }
}
