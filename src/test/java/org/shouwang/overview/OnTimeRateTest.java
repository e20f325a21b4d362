package org.shouwang.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.task.OnTimeNumbers;

class OnTimeRateTest {

    @ParameterizedTest(name = "{1} of {0} in {2} villages: {3} %")
    @CsvSource(
            nullValues = "-",
            value = {
                "0, 0, 3, -, false",
                "0, 0, 1, -, false",
                "1, 1, 3, -, true",
                "4, 0, 3, -, true",
                "5, 5, 3, 100.00, false",
                "5, 0, 3, 0.00, false",
                "28, 27, 3, 96.43, false",
                "3, 1, 12, -, true",
                "600, 400, 2, 66.67, false",
                "600, 400, 1, -, true",
                "600, 400, 0, -, true"
            })
    void isShownWhereItSaysSomethingOfMoreThanOnePerson(
            long due, long onTime, long villages, String percent, boolean withheld) {
        OnTimeRate rate = OnTimeRate.of(new OnTimeNumbers(due, onTime), villages);

        assertThat(rate.withheld()).isEqualTo(withheld);
        assertThat(rate.percent() == null ? null : rate.percent().toPlainString())
                .isEqualTo(percent);
        assertThat(rate.due()).isEqualTo(withheld ? null : Long.valueOf(due));
        assertThat(rate.onTime()).isEqualTo(withheld ? null : Long.valueOf(onTime));
    }
}
