package org.shouwang.testsupport.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTextTest {

    @ParameterizedTest
    @CsvSource({
        "unexpected failure: 王小明,王小明",
        "SMS to 13900000002: code,13900000002",
        "key (id_number)=(990101201506010014),990101201506010014",
        "99010120191231999x,99010120191231999x",
    })
    void findsWhatIsOfAPerson(String text, String found) {
        assertThat(PersonalText.in(text)).contains(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/me 200 41 ms worker=02621593-f5c2-3f72-aa72-13900000002a",
                "audit:7:244faadf13900000002af62b7ae9",
                "took 13900000002345 ns",
            })
    void anIdOrAHashIsNobody(String text) {
        assertThat(PersonalText.in(text)).isEmpty();
    }

    @Test
    void anIdMayEndInElevenDigits() {
        assertThat(PersonalText.in(new UUID(0x1234L, 0x8000_1390_0000_0002L).toString()))
                .isEmpty();
    }

    @Test
    void aPushIsItsTextAndNoMore() {
        String push = "{notification={title=新任务, body=您有一项新任务，请打开应用查看。}, data={nid=1}}";

        assertThat(PersonalText.in(Bundles.withoutPushes(push))).isEmpty();
        assertThat(PersonalText.in(Bundles.withoutPushes(push + "阳平镇"))).contains("阳平镇");
    }
}
