package org.shouwang.platform.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.sms.SmsBudget.Used;

class SmsBudgetTest {

    private static final SmsBudget BUDGET = new SmsBudget(10, 100);

    @ParameterizedTest
    @CsvSource({
        "LOGIN, 0, 0, true",
        "LOGIN, 10, 100, true",
        "LOGIN, 500, 500, true",
        "URGENT, 10, 100, true",
        "REMINDER, 7, 79, true",
        "REMINDER, 8, 8, false",
        "REMINDER, 0, 80, false",
        "REMINDER, 0, 0, true"
    })
    void remindersLeaveTheLastFifthToWhatCannotWait(SmsPurpose purpose, int today, int month, boolean allowed) {
        assertThat(BUDGET.allows(purpose, new Used(today, month))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 79, false, false",
        "8, 0, true, false",
        "0, 80, true, false",
        "9, 99, true, false",
        "10, 0, true, true",
        "0, 100, true, true",
        "2000000000, 2000000000, true, true"
    })
    void alarmsAreRaisedAtFourFifthsAndAtAll(int today, int month, boolean low, boolean spent) {
        assertThat(BUDGET.isLow(new Used(today, month))).isEqualTo(low);
        assertThat(BUDGET.isSpent(new Used(today, month))).isEqualTo(spent);
    }

    @ParameterizedTest
    @CsvSource({
        "610304101200, 610304000000",
        "610304101000, 610304000000",
        "610304000000, 610304000000",
        "610300000000, 610300000000",
        "100000000000, 100000000000"
    })
    void theCountyPaysInWhoseCodeAPlaceLies(long place, long county) {
        assertThat(SmsCounties.of(new AreaCode(place))).isEqualTo(new AreaCode(county));
    }
}
