package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.testsupport.Accounts;

class PasswordRulesTest {

    private static final PhoneNumber PHONE = new PhoneNumber("13900000002");
    private static final String NAME = "欧阳秀英";

    @ParameterizedTest
    @ValueSource(strings = {Accounts.PASSWORD, "correct horse", "今天去看望村里的孩子们", "欧阳秀英家住山里头哟", "kqzvbtwmxr"})
    void aLongOneThatNobodyTriesFirstIsGood(String password) {
        assertThat(violations(password)).isEmpty();
    }

    @Test
    void tenCharactersAreEnoughAndNineAreNot() {
        assertThat(violations("kqzvbtwmxr")).isEmpty();
        assertThat(violations("kqzvbtwmx")).containsExactly(Violation.of("password", "password-too-short", 10));
    }

    @Test
    void aCharacterThatNeedsTwoUnitsIsOneCharacter() {
        assertThat(violations("🐎🐖🐑🐂🐕🐈🐁🐇🐍")).extracting(Violation::rule).containsExactly("password-too-short");
        assertThat(violations("🐎🐖🐑🐂🐕🐈🐁🐇🐍🐓")).isEmpty();
    }

    @Test
    void seventyTwoBytesAreTheMost() {
        String bytes = "kq".repeat(36);
        assertThat(violations(bytes)).isEmpty();
        assertThat(violations(bytes + "x")).containsExactly(Violation.of("password", "password-too-long", 72));
        assertThat(violations("孩".repeat(12) + "村".repeat(12) + "走"))
                .extracting(Violation::rule)
                .containsExactly("password-too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "13900000002, password-holds-phone",
        "kqz13900000002, password-holds-phone",
        "１３９００００００02, password-holds-phone",
        "欧阳秀英欧阳秀英欧阳秀英, password-is-name",
        "欧阳秀英欧阳秀英123, password-is-name",
        "1234567890, password-too-common",
        "ABCD123456, password-too-common",
        "9876543210987, password-too-common",
        "aaaaaaaaaaaa, password-too-common",
        "aaaabbbbccccdddd-9, password-too-common",
        "abcdefghijkl, password-too-common",
        "1111111111222, password-too-common",
        "woaini520520, password-too-common",
        "qwertyuiop, password-too-common"
    })
    void whatStrangersTryFirstIsRefusedWithItsReason(String password, String rule) {
        assertThat(violations(password)).extracting(Violation::rule).containsExactly(rule);
    }

    @Test
    void aNameInLatinLettersCountsInAnyForm() {
        assertThat(PasswordRules.violations("password", "zhangweiwei1", PHONE, "Zhang Weiwei"))
                .extracting(Violation::rule)
                .containsExactly("password-is-name");
        assertThat(PasswordRules.violations("password", "zhangweiwei loves rain", PHONE, "Zhang Weiwei"))
                .isEmpty();
    }

    @Test
    void whileTheNameIsNotKnownNothingIsTheName() {
        assertThat(PasswordRules.violations("password", "欧阳秀英欧阳秀英欧阳秀英", PHONE, ""))
                .isEmpty();
    }

    private static List<Violation> violations(String password) {
        return PasswordRules.violations("password", password, PHONE, NAME);
    }
}
