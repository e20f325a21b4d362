package org.shouwang.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AppVersionTest {

    private static AppVersion version(String header) {
        return AppVersion.parse(header).orElseThrow();
    }

    @Test
    void eachVersionIsBeforeTheNext() {
        List<String> ordered =
                List.of("android/0.9.12", "android/0.10.0", "android/1.0.0-rc.1", "android/1.0.0", "android/1.0.1");

        for (int i = 1; i < ordered.size(); i++) {
            assertThat(version(ordered.get(i - 1)).isBefore(version(ordered.get(i))))
                    .as(ordered.get(i))
                    .isTrue();
            assertThat(version(ordered.get(i)).isBefore(version(ordered.get(i - 1))))
                    .isFalse();
        }
    }

    @Test
    void aBuildIsTheSameVersion() {
        assertThat(version("android/1.0.0+7").isBefore(version("android/1.0.0")))
                .isFalse();
        assertThat(version("Android/1.0.0+7").platform()).isEqualTo("ANDROID");
    }

    @Test
    void whatIsNoVersionIsNone() {
        assertThat(List.of(
                        "", "1.0.0", "android", "android/1", "android/1.0", "android/1.0.0.0", "android/9999999.0.0"))
                .allSatisfy(header -> assertThat(AppVersion.parse(header)).isEmpty());
        assertThat(AppVersion.parse(null)).isEmpty();
    }
}
