package org.shouwang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostmasterFileTest {

    @Test
    void aWholeFileNamesProcessPortAndStatus() {
        List<String> lines =
                List.of("3516", "/data", "1795366706", "54999", "", "127.0.0.1", "  2146318 8", "ready   ");

        assertThat(PostmasterFile.parse(lines)).contains(new PostmasterFile(3516, 54999, "ready"));
    }

    @Test
    void aFileStillBeingWrittenIsOfAStartingServer() {
        List<String> lines = List.of("3516", "/data", "1795366706", "54999");

        assertThat(PostmasterFile.parse(lines))
                .hasValueSatisfying(file -> assertThat(file.isChanging()).isTrue());
    }

    @Test
    void aFileCutOffByACrashSaysNothing() {
        assertThat(PostmasterFile.parse(List.of())).isEmpty();
        assertThat(PostmasterFile.parse(List.of("3516", "/data", "1795366706", "")))
                .isEmpty();
    }
}
