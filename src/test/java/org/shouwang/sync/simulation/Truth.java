package org.shouwang.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.sync.HeldSum;

/** A healed phone, held against the tables and against a phone that begins now. */
record Truth(Connection connection, SimulatedPhone phone) {

    /** One row of operations for each, whose record is there, or whose content is kept for people to see. */
    private static final String DONE_ONCE_OR_VISIBLE = """
            select id from sync_operation o
            where worker_id = ?
              and case when outcome not in ('APPLIED', 'MERGED') then kept_cipher is not null or settled_at is not null
                       when kind = 'visit' then exists (select 1 from visit r where r.id = o.record_id)
                       when kind = 'contact' then exists (select 1 from contact r where r.id = o.record_id)
                       when kind = 'household' then exists (select 1 from household r where r.id = o.record_id)
                       when kind = 'task' then exists (select 1 from task r where r.id = o.record_id)
                       else exists (select 1 from child r where r.id = o.record_id) end
            """;

    /** Records of the villages in which the worker keeps files, and the worker's own tasks, found without the feed. */
    private static final Map<String, String> RECORDS = Map.of(
            "child",
            "select r.id, r.version from child r join mine on r.area_code = mine.code",
            "household",
            "select r.id, r.version from household r join mine on r.area_code = mine.code",
            "task",
            "select r.id, r.version from task r where r.area_code in (select code from mine)"
                    + " or r.assignee_appointment_id in (select id from posts)",
            "home",
            "select r.id, r.version from childrens_home r join mine on r.area_code = mine.code",
            "visit",
            "select distinct r.id, r.version from visit r join visit_child c on c.visit_id = r.id"
                    + " join child on child.id = c.child_id join mine on mine.code in (r.area_code, child.area_code)",
            "contact",
            "select distinct r.id, r.version from contact r join contact_child c on c.contact_id = r.id"
                    + " join child on child.id = c.child_id join mine on child.area_code = mine.code");

    private static final String MINE = """
            with posts as (select id, area_code from appointment where worker_id = ? and status <> 'ENDED'),
            mine as (
                select distinct v.code
                from posts p
                join area a on a.code = p.area_code
                join area v on v.code >= a.code and v.code < a.code_end and v.level = 'VILLAGE')
            """;

    void assertEachOperationIsDoneOnceOrVisible() throws SQLException {
        assertThat(phone.outcomes().values())
                .isSubsetOf("APPLIED", "DUPLICATE", "MERGED", "CONFLICT", "REJECTED", "HELD");
        assertThat(ids(DONE_ONCE_OR_VISIBLE))
                .containsExactlyInAnyOrderElementsOf(phone.outcomes().keySet());
    }

    /** How many of the phone's operations are on record. */
    int recorded() throws SQLException {
        return ids("select id from sync_operation where worker_id = ?").size();
    }

    void assertPhoneHoldsItsScope() throws SQLException {
        SimulatedPhone fresh = new SimulatedPhone(phone.owner(), Duration.ZERO);
        fresh.heal();
        assertThat(phone.versions()).isEqualTo(fresh.versions());
        for (Map.Entry<String, String> kind : RECORDS.entrySet()) {
            assertThat(held(kind.getKey())).as(kind.getKey()).isEqualTo(versions(MINE + kind.getValue()));
        }
    }

    /** What a phone would compare once a day. */
    void assertServerSumsUpWhatThePhoneHolds() {
        Map<String, String> said = phone.digest();
        Map<String, String> sums = said.keySet().stream()
                .collect(Collectors.toMap(
                        kind -> kind, kind -> HeldSum.of(held(kind)).toString()));
        assertThat(sums).isEqualTo(said).containsKey("child");
    }

    private Map<UUID, Integer> held(String kind) {
        return phone.versions().entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
    }

    private List<UUID> ids(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, phone.owner().worker());
            try (ResultSet rows = select.executeQuery()) {
                List<UUID> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    private Map<UUID, Integer> versions(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, phone.owner().worker());
            try (ResultSet rows = select.executeQuery()) {
                Map<UUID, Integer> versions = new HashMap<>();
                while (rows.next()) {
                    versions.put(rows.getObject(1, UUID.class), rows.getInt(2));
                }
                return versions;
            }
        }
    }
}
