package org.shouwang.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.platform.Right.Kind;
import org.shouwang.platform.RoleCode;

class AccessTableTest {

    private static final Set<Kind> CONTENT_OF_CHILDREN = EnumSet.of(
            Kind.HOUSEHOLD,
            Kind.CHILD,
            Kind.VISIT,
            Kind.TASK,
            Kind.TASK_WORK,
            Kind.REFERRAL,
            Kind.REFERRAL_ANSWER,
            Kind.REFERRAL_LEAD,
            Kind.BREAK_GLASS,
            Kind.SYNC);

    /** The packaged table, with these lines below its header. */
    private static AccessTable with(String lines) throws Exception {
        try (InputStream file = Objects.requireNonNull(AccessTableTest.class.getResourceAsStream("/access.csv"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int header = text.indexOf('\n') + 1;
            return new AccessTable(new StringReader(
                    text.substring(0, header) + lines.replace('/', '\n') + '\n' + text.substring(header)));
        }
    }

    @Test
    void aRowSaysWhichClassesAnActionReaches() throws Exception {
        AccessTable table = with("AGENCY_OFFICER,CHILD,,NP,,");

        assertThat(table.of(RoleCode.AGENCY_OFFICER))
                .doesNotContainKeys(Right.CHILD_LIST, Right.CHILD_FULL_LOOK, Right.CHILD_WRITE)
                .containsEntry(Right.CHILD_READ, EnumSet.of(FieldClass.N, FieldClass.P));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VOLUNTEER,CHILD,NPS,NPS,,                           | line 2: role is unknown: VOLUNTEER",
                "AGENCY_OFFICER,PUPIL,NPS,NPS,,                      | line 2: kind is unknown: PUPIL",
                "AGENCY_OFFICER,CHILD,NPX,NPS,,                      | line 2: list is unknown: X",
                "AGENCY_OFFICER,CHILD,NPP,NPS,,                      | line 2: list names P twice",
                "AGENCY_OFFICER,HOME,,,N,                            | line 2: there is no fullLook of HOME",
                "AGENCY_OFFICER,CHILD,N,N,,/AGENCY_OFFICER,CHILD,N,N,, | line 3: AGENCY_OFFICER has a row for CHILD already"
            })
    void aLineThatCannotBeMeantStopsTheStart(String lines, String why) {
        assertThatThrownBy(() -> with(lines))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(why);
    }

    @Test
    void aMissingColumnStopsTheStart() {
        assertThatThrownBy(() -> new AccessTable(new StringReader("role,kind,read\nPRIVACY_OFFICER,WORKER,N\n")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("/access.csv, line 2: column \\w+ is missing");
    }

    @Test
    void aRightThatNobodyHasStopsTheStart() {
        assertThatThrownBy(() -> new AccessTable(new StringReader("role,kind,list,read,fullLook,write\n")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("/access.csv: no role may WRITE AREA");
    }

    @Test
    void theAdministratorHasNoContentOfChildren() throws Exception {
        assertThat(with("").of(RoleCode.ADMINISTRATOR).keySet())
                .isNotEmpty()
                .noneMatch(right -> CONTENT_OF_CHILDREN.contains(right.kind()));
    }

    /** Data dictionary 2.1, decisions "Confidentiality": class R is need to know. Incidents are open by grants, not by posts. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CHILDREN_DIRECTOR", "TOWNSHIP_COORDINATOR", "COUNTY_CIVIL_AFFAIRS"})
    void onlyThoseWhoProtectTheChildAreShownClassR(RoleCode role) throws Exception {
        assertThat(with("").of(role))
                .allSatisfy((right, fields) -> assertThat(right.kind() != Right.Kind.WOMENS_CATEGORY
                                && right.kind() != Right.Kind.INCIDENT
                                && right.kind() != Right.Kind.VIOLENCE
                                && right.action() != Right.Action.WRITE
                                && fields.contains(FieldClass.R))
                        .isFalse());
    }

    /** Data dictionary 2.2, L13: whether a woman survives violence or is ill with cancer is no village's to know. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"TOWNSHIP_WOMENS_CHAIR"})
    void onlyTheTownshipsWomensChairIsShownWhatIsRestrictedOfWomen(RoleCode role) throws Exception {
        Map<Right, Set<FieldClass>> rights = with("").of(role);

        assertThat(rights.getOrDefault(Right.WOMENS_CATEGORY_READ, Set.of())).doesNotContain(FieldClass.R);
        assertThat(rights.getOrDefault(Right.WOMENS_CATEGORY_WRITE, Set.of())).doesNotContain(FieldClass.R);
    }

    @Test
    void aGrantNeverShowsClassR() throws Exception {
        AccessTable table = with("");
        for (RoleCode role : RoleCode.values()) {
            assertThat(table.of(role).getOrDefault(Right.BREAK_GLASS, Set.of())).doesNotContain(FieldClass.R);
        }
    }
}
