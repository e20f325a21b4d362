package org.shouwang.area;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AreaFileTest {

    private static final String TEXT = """
            code,name,level
            610304101000,阳平镇,TOWNSHIP

            610304101200,"双碌碡
            村",VILLAGE
            610304101201,㙦村𠮷,VILLAGE
            """;

    @TempDir
    Path folder;

    @Test
    void oneListInManyClothesReadsAlike() throws IOException {
        List<AreaLineRules.Read> plain = read(TEXT.getBytes(UTF_8));

        assertThat(plain).hasSize(3);
        assertThat(read(("\uFEFF" + TEXT).getBytes(UTF_8))).isEqualTo(plain);
        assertThat(read(TEXT.getBytes(Charset.forName("GB18030")))).isEqualTo(plain);
        assertThat(read(packed(TEXT.getBytes(UTF_8)))).isEqualTo(plain);
        assertThat(read(packed(("\uFEFF" + TEXT).getBytes(UTF_8)))).isEqualTo(plain);
    }

    @Test
    void linesAreCountedAsAnEditorShowsThem() throws IOException {
        for (String text : List.of(TEXT, TEXT.replace("\n", "\r\n"))) {
            assertThat(read(text.getBytes(UTF_8)))
                    .extracting(line -> line instanceof AreaLineRules.Good good
                            ? good.line().number()
                            : ((AreaLineRules.Bad) line).refusal().number())
                    .containsExactly(2L, 4L, 6L);
        }
    }

    @Test
    void whatIsNoListIsRefusedWithItsReason() {
        assertRefused("area-file-header", new byte[0]);
        assertRefused("area-file-header", "610304101000,阳平镇,TOWNSHIP\n".getBytes(UTF_8));
        assertRefused("area-file-encoding", new byte[] {'c', 'o', 'd', 'e', (byte) 0xFF, (byte) 0xFF, '\n'});
        assertRefused("area-file-csv", "code,name,level\n610304101000,\"阳平镇,TOWNSHIP\n".getBytes(UTF_8));
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        byte[] whole = packed(TEXT.getBytes(UTF_8));

        assertRefused("area-file-gzip", Arrays.copyOf(whole, whole.length - 12));
        assertRefused("area-file-gzip", new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    }

    @Test
    void anArchiveThatUnpacksWithoutEndIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] megabyte = new byte[1 << 20];
            Arrays.fill(megabyte, (byte) '\n');
            for (int i = 0; i < 65; i++) {
                gzip.write(megabyte);
            }
        }

        assertThat(bomb.size()).isLessThan(1 << 17);
        assertRefused("area-file-unpacked-size", bomb.toByteArray());
    }

    private void assertRefused(String rule, byte[] content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(AreaFileException.class)
                .hasMessage(rule);
    }

    private List<AreaLineRules.Read> read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("areas"), content);
        List<AreaLineRules.Read> lines = new ArrayList<>();
        new AreaFile(file).read(lines::add);
        return lines;
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
