package org.shouwang.protection.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.protection.directory.ReferralType;
import org.shouwang.register.SexCode;
import org.shouwang.register.child.PersonCard;

/** A receiver is shown what its kind of service needs ({@code referral-facts-by-hand.csv}), and nothing else. */
class SharedFactTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

    private static PersonCard card(@Nullable LocalDate birthDate, @Nullable Integer birthYear) {
        return new PersonCard(
                UUID.randomUUID(),
                "欧阳小明",
                SexCode.MALE,
                birthDate,
                birthYear,
                "99010120160502001X",
                "上河滩 12 号",
                "王桂兰",
                "13911112222");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/referral-facts-by-hand.csv", numLinesToSkip = 1)
    void eachKindOfServiceHasItsFacts(ReferralType type, String facts, String guarded) {
        assertThat(said(SharedFact.of(type, true, false))).isEqualTo(facts);
        assertThat(said(SharedFact.of(type, true, true))).isEqualTo(guarded);
        assertThat(said(SharedFact.of(type, false, true)))
                .as("somebody grown up is called herself")
                .isEqualTo(facts);
    }

    private static String said(Set<SharedFact> facts) {
        return facts.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    @Test
    void theTableNamesEachType() throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/referral-facts-by-hand.csv")) {
            String table = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            assertThat(table.lines().skip(1).map(line -> line.split(",", 2)[0]))
                    .containsExactlyInAnyOrder(
                            Stream.of(ReferralType.values()).map(Enum::name).toArray(String[]::new));
        }
    }

    @Test
    void aVolunteerIsGivenThePairingCard() {
        SharedView shown =
                SharedView.of(card(LocalDate.of(2016, 5, 2), null), SharedFact.of(ReferralType.VOLUNTEER), TODAY);

        assertThat(shown).isEqualTo(new SharedView(null, "小明", SexCode.MALE, null, 9, null, null, null, null));
    }

    @Test
    void whereTheDayIsNotKnownTheYearGivesTheAge() {
        SharedView shown = SharedView.of(card(null, 2016), SharedFact.of(ReferralType.EDUCATION), TODAY);

        assertThat(shown.birthDate()).isNull();
        assertThat(shown.age()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"王小明,小明", "王明,明", "欧阳小明,小明", "欧阳,阳", "阿依古丽·买买提,阿依古丽", "王,王"})
    void theGivenNameIsWithoutTheSurname(String fullName, String given) {
        assertThat(GivenName.of(fullName)).isEqualTo(given);
    }
}
