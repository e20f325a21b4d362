package org.shouwang.visit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.FileStatus;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.visit.contact.ContactCodes.Channel;
import org.shouwang.visit.contact.ContactCodes.Counterpart;

class ContactRulesTest {

    /** Noon of 1 June in Shanghai; 90 days before is 3 March. */
    private static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");

    private static List<String> broken(Instant at, boolean needsVisit, FileStatus... files) {
        ContactForm form =
                new ContactForm(List.of(), at, Channel.PHONE, Counterpart.FATHER, true, null, needsVisit, null, null);
        List<ChildFacts> children = List.of(files).stream()
                .map(file -> new ChildFacts(
                        UUID.randomUUID(), null, AreaCode.of("610304101200"), RiskLevel.LOW, file, null, null))
                .toList();
        return ContactRules.check(form, children, NOW).stream()
                .map(Violation::rule)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T04:10:00Z, true",
        "2026-06-01T04:10:01Z, false",
        "2026-03-02T16:00:00Z, true",
        "2026-03-02T15:59:59Z, false"
    })
    void aContactIsOfTheLastNinetyDays(Instant at, boolean believable) {
        assertThat(broken(at, false, FileStatus.ACTIVE).isEmpty()).isEqualTo(believable);
    }

    @Test
    void aVisitIsAskedForOnlyWhereEveryFileIsOpen() {
        assertThat(broken(NOW, true, FileStatus.ACTIVE, FileStatus.DRAFT, FileStatus.TRANSFER_PENDING))
                .isEmpty();
        assertThat(broken(NOW, true, FileStatus.ACTIVE, FileStatus.CLOSED)).containsExactly("contact-file-closed");
        assertThat(broken(NOW, true, FileStatus.TRANSFERRED)).containsExactly("contact-file-closed");
        assertThat(broken(NOW, false, FileStatus.CLOSED)).isEmpty();
    }
}
