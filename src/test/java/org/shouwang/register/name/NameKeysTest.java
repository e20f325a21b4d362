package org.shouwang.register.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeysTest {

    private static final NameReadings READINGS = new NameReadings();

    private static NameKeys of(String name) {
        return NameKeys.of(name, READINGS);
    }

    @Test
    void aNameIsFoundByItsPartsItsPinyinAndItsInitials() {
        assertThat(of("王小明").keys())
                .containsExactlyInAnyOrder(
                        "n:王",
                        "n:小",
                        "n:明",
                        "n:王小",
                        "n:小明",
                        "p:wang",
                        "p:xiao",
                        "p:ming",
                        "p:wangxiao",
                        "p:xiaoming",
                        "p:wangxiaoming",
                        "i:w",
                        "i:x",
                        "i:m",
                        "i:wx",
                        "i:xm",
                        "i:wxm");
    }

    @ParameterizedTest
    @CsvSource({
        "单小花, shanxiaohua, danxiaohua",
        "曾小花, zengxiaohua, cengxiaohua",
        "解小花, xiexiaohua, jiexiaohua",
        "仇小花, qiuxiaohua, chouxiaohua",
        "乐小花, yuexiaohua, lexiaohua",
        "区小花, ouxiaohua, quxiaohua",
        "查小花, zhaxiaohua, chaxiaohua",
        "朴小花, piaoxiaohua, puxiaohua",
        "尉迟小花, yuchixiaohua, weichixiaohua",
        "万俟小花, moqixiaohua, wanqixiaohua",
        "长孙小花, zhangsunxiaohua, changsunxiaohua",
        "吕小花, lvxiaohua, luxiaohua",
        "王长乐, wangchangle, wangzhangle",
        "王重行, wangchongxing, wangzhongxing"
    })
    void everyReadingFindsTheName(String name, String asSurname, String otherwise) {
        assertThat(of(name).keys()).contains("p:" + asSurname, "p:" + otherwise);
    }

    @Test
    void dotsAndLatinLettersAreNoHindrance() {
        NameKeys minority = of("阿卜杜拉·买买提");

        assertThat(minority.plain()).isEqualTo("阿卜杜拉买买提");
        assertThat(minority.keys()).contains("n:拉买", "p:abudulamaimaiti", "p:maimaiti", "i:abdlmmt");
        assertThat(of("艾力Ali").keys()).contains("n:al", "p:ailiali", "p:ali", "i:ala");
    }

    @Test
    void rareCharactersAreFoundAsWhatTheyAre() {
        NameKeys rare = of("王𪚥一");

        assertThat(rare.keys()).contains("n:𪚥", "n:王𪚥", "n:𪚥一", "p:zhe", "i:wzy");
        assertThat(of("王㐂明").keys()).contains("n:㐂", "p:wang", "p:ming").doesNotContain("p:wangming");
    }

    @Test
    void aNameOfManyReadingsStaysSmall() {
        assertThat(of("单乐曾解仇区查朴行长重朝").keys()).hasSizeLessThan(4000);
    }
}
