package org.shouwang.devtools;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.devtools.DemoFamily.DemoChild;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.FieldCipher.Place;
import org.shouwang.platform.secret.IdentityNumber;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;

/** Households, members and the files of left-behind children. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class DemoFamilies {

    static final byte[] REQUEST_HASH = "demo".getBytes(UTF_8);

    private static final LocalDate AWAY_SINCE = LocalDate.of(2026, 2, 24);
    private static final long FIRST_PHONE = 13700000001L;

    private static final String[] HOUSEHOLD = {
        "id",
        "area_code",
        "recorded_area_code",
        "head_name",
        "phone_cipher",
        "phone_hash",
        "address_cipher",
        "hamlet",
        "income_sources",
        "aid_types",
        "request_hash",
        "created_at",
        "created_by",
        "updated_at",
        "updated_by"
    };

    private static final String[] CHILD = {
        "id",
        "household_id",
        "area_code",
        "recorded_area_code",
        "full_name",
        "sex_code",
        "birth_date",
        "id_type",
        "id_number_cipher",
        "id_number_hash",
        "hukou_registered",
        "hukou_area_code",
        "hukou_address_cipher",
        "residence_address_cipher",
        "hamlet",
        "rural_hukou",
        "living_status",
        "risk_level",
        "file_status",
        "responsible_appointment_id",
        "last_verified_at",
        "source",
        "notice_given_at",
        "notice_version",
        "request_hash",
        "created_at",
        "created_by",
        "updated_at",
        "updated_by"
    };

    private final FieldCipher cipher;
    private final KeyedHash hash;
    private final Clock clock;

    DemoFamilies(FieldCipher cipher, KeyedHash hash, Clock clock) {
        this.cipher = cipher;
        this.hash = hash;
        this.clock = clock;
    }

    void load(Connection connection, List<DemoFamily> families, UUID author, UUID assessor) throws SQLException {
        households(connection, families, author);
        members(connection, families);
        children(connection, families, author);
        links(connection, families);
        facts(connection, families, assessor);
    }

    private void households(Connection connection, List<DemoFamily> families, UUID author) throws SQLException {
        Instant now = clock.instant();
        try (DemoBatch rows = new DemoBatch(connection, "household", HOUSEHOLD)) {
            for (DemoFamily family : families) {
                rows.add(household(family, author, now));
            }
            rows.insert();
        }
    }

    /** In the order of {@link #HOUSEHOLD}. */
    private Object[] household(DemoFamily family, UUID author, Instant now) {
        PhoneNumber phone =
                PhoneNumber.parse(Long.toString(FIRST_PHONE + family.number())).orElseThrow();
        return new Object[] {
            family.id(),
            family.village(),
            family.village(),
            family.surname() + "建国",
            cipher.encrypt(phone.value(), new Place("household", "phone_cipher", family.id())),
            hash.of(phone),
            address("household", "address_cipher", family.id(), family),
            hamlet(family),
            List.of("WAGES"),
            List.of(),
            REQUEST_HASH,
            now,
            author,
            now,
            author
        };
    }

    private static void members(Connection connection, List<DemoFamily> families) throws SQLException {
        try (DemoBatch rows = new DemoBatch(
                connection,
                "household_member",
                "id",
                "household_id",
                "full_name",
                "sex_code",
                "vital_status",
                "guardianship_ability",
                "is_away",
                "work_place_code",
                "work_place_text",
                "away_since")) {
            for (DemoFamily family : families) {
                rows.add(family.grandmother(), family.id(), "李秀英", "2", "ALIVE", "LIMITED", false, null, null, null);
                rows.add(
                        family.father(),
                        family.id(),
                        family.surname() + "志强",
                        "1",
                        "ALIVE",
                        "FULL",
                        true,
                        "4419",
                        "广东省东莞市",
                        AWAY_SINCE);
                rows.add(family.mother(), family.id(), "张红霞", "2", "ALIVE", "FULL", true, "4419", "广东省东莞市", AWAY_SINCE);
            }
            rows.insert();
        }
    }

    private void children(Connection connection, List<DemoFamily> families, UUID author) throws SQLException {
        Instant now = clock.instant();
        try (DemoBatch rows = new DemoBatch(connection, "child", CHILD)) {
            for (DemoFamily family : families) {
                for (DemoChild child : family.children()) {
                    rows.add(child(family, child, author, now));
                }
            }
            rows.insert();
        }
    }

    /** In the order of {@link #CHILD}. */
    private Object[] child(DemoFamily family, DemoChild child, UUID author, Instant now) {
        IdentityNumber number = IdentityNumber.parse(child.identityNumber(), LocalDays.today(clock))
                .orElseThrow();
        return new Object[] {
            child.id(),
            family.id(),
            family.village(),
            family.village(),
            child.name(),
            child.girl() ? "2" : "1",
            child.birthDate(),
            "RESIDENT_ID",
            cipher.encrypt(number.value(), new Place("child", "id_number_cipher", child.id())),
            hash.of(number),
            true,
            family.village(),
            address("child", "hukou_address_cipher", child.id(), family),
            address("child", "residence_address_cipher", child.id(), family),
            hamlet(family),
            true,
            "AT_HOME",
            child.level(),
            "ACTIVE",
            family.director(),
            now,
            "VISIT",
            now,
            "2026-1",
            REQUEST_HASH,
            now,
            author,
            now,
            author
        };
    }

    private static void links(Connection connection, List<DemoFamily> families) throws SQLException {
        try (DemoBatch rows = new DemoBatch(
                connection,
                "member_child",
                "member_id",
                "child_id",
                "relation_code",
                "contact_freq",
                "is_primary_caregiver")) {
            for (DemoFamily family : families) {
                for (DemoChild child : family.children()) {
                    rows.add(family.grandmother(), child.id(), "62", null, true);
                    rows.add(family.father(), child.id(), "51", "WEEKLY", false);
                    rows.add(family.mother(), child.id(), "52", "WEEKLY", false);
                }
            }
            rows.insert();
        }
    }

    private void facts(Connection connection, List<DemoFamily> families, UUID assessor) throws SQLException {
        LocalDate today = LocalDays.today(clock);
        try (DemoBatch residences = new DemoBatch(connection, "child_residence", "child_id", "area_code", "from_date");
                DemoBatch categories = new DemoBatch(
                        connection, "child_category", "id", "child_id", "category_code", "start_date", "status");
                DemoBatch assessments = new DemoBatch(
                        connection,
                        "risk_assessment",
                        "id",
                        "child_id",
                        "area_code",
                        "recorded_area_code",
                        "model_version",
                        "risk_level",
                        "assessed_on",
                        "assessor_appointment_id")) {
            for (DemoFamily family : families) {
                for (DemoChild child : family.children()) {
                    residences.add(child.id(), family.village(), child.birthDate());
                    categories.add(
                            DemoIds.of("category", child.id()),
                            child.id(),
                            "LEFT_BEHIND",
                            AWAY_SINCE.plusMonths(6),
                            "APPROVED");
                    assessments.add(
                            DemoIds.of("assessment", child.id()),
                            child.id(),
                            family.village(),
                            family.village(),
                            "MANUAL-1",
                            child.level(),
                            today.minusDays(60),
                            assessor);
                }
            }
            residences.insert();
            categories.insert();
            assessments.insert();
        }
    }

    private byte[] address(String table, String column, UUID id, DemoFamily family) {
        return cipher.encrypt(hamlet(family) + (family.number() % 90 + 1) + "号", new Place(table, column, id));
    }

    private static String hamlet(DemoFamily family) {
        return (family.number() % 6 + 1) + "组";
    }
}
