package org.shouwang.platform.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "姓名,手机号\r\n";

    /** Han characters beyond the sixteen bits of a char stand in names (CJK extension B). */
    private static final String RARE = "𠮷田,13900000000\r\n";

    @Test
    void utf8WithAMarkIsReadWithoutTheMark() throws IOException {
        assertThat(read(("\uFEFF" + HEADER + RARE).getBytes(UTF_8))).isEqualTo(HEADER + RARE);
    }

    @Test
    void utf8WithoutAMarkIsRead() throws IOException {
        assertThat(read((HEADER + RARE).getBytes(UTF_8))).isEqualTo(HEADER + RARE);
    }

    @Test
    void gb18030IsRead() throws IOException {
        assertThat(read((HEADER + RARE).getBytes(GB18030))).isEqualTo(HEADER + RARE);
    }

    /** The four bytes of 联通 in GB18030 look like UTF-8 to careless programs. */
    @Test
    void whatOnlyLooksLikeUtf8IsGb18030() throws IOException {
        assertThat(read("联通".getBytes(GB18030))).isEqualTo("联通");
    }

    @Property
    void everyChineseNameSurvivesBothEncodings(
            @ForAll @StringLength(max = 40) @CharRange(from = '一', to = '龥') String names) throws IOException {
        assertThat(read((HEADER + names).getBytes(GB18030))).isEqualTo(HEADER + names);
        assertThat(read((HEADER + names).getBytes(UTF_8))).isEqualTo(HEADER + names);
    }

    @Test
    void aMarkAloneIsAnEmptyText() throws IOException {
        assertThat(read("\uFEFF".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, (byte) 0xFF, (byte) 0xFE}))
                .isInstanceOf(CharConversionException.class);
    }

    @Test
    void brokenUtf8AfterAMarkIsRefused() {
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xD0, (byte) 0xD5}))
                .isInstanceOf(CharConversionException.class);
    }

    private static String read(byte[] file) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = CsvText.open(new ByteArrayInputStream(file))) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
