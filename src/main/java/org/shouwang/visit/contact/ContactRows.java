package org.shouwang.visit.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.visit.contact.ContactCodes.Channel;
import org.shouwang.visit.contact.ContactCodes.Counterpart;

/** Contacts for lists and the feed, on the reactive client: one statement a page. */
@Singleton
class ContactRows {

    private static final String COLUMNS = """
            select c.*, k.children, k.homes
            from contact c
            cross join lateral (
                select array_agg(child_id order by child_id) as children, array_agg(area_code order by child_id) as homes
                from contact_child where contact_id = c.id) k
            """;

    private static final String BY_IDS = COLUMNS + "where c.id = any($1)";

    private static final String PAGE = COLUMNS + """
            join (
                select distinct x.contacted_at, x.contact_id
                from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                join contact_child x on x.area_code >= r.lower and x.area_code < r.upper
                where ($3::uuid is null or x.child_id = $3)
                  and ($4::bigint is null
                       or exists (select 1 from area a where a.code = $4 and x.area_code >= a.code and x.area_code < a.code_end))
                  and (x.contacted_at < $5 or x.contacted_at = $5 and x.contact_id > $6)
                order by x.contacted_at desc, x.contact_id
                limit $7) p on p.contact_id = c.id
            order by c.contacted_at desc, c.id
            """;

    private final ContactTexts texts;

    ContactRows(ContactTexts texts) {
        this.texts = texts;
    }

    Uni<List<StoredContact>> byIds(SqlClient client, Collection<UUID> ids) {
        return query(client, BY_IDS, Tuple.of(ids.toArray(UUID[]::new)));
    }

    /** Newest first. */
    Uni<List<StoredContact>> page(SqlClient client, Tuple arguments) {
        return query(client, PAGE, arguments);
    }

    private Uni<List<StoredContact>> query(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(this::stored)
                .toList());
    }

    private StoredContact stored(Row row) {
        Contact contact = contact(row);
        Map<UUID, AreaCode> homes = new HashMap<>();
        UUID[] children = row.getArrayOfUUIDs("children");
        Long[] areas = row.getArrayOfLongs("homes");
        for (int i = 0; i < children.length; i++) {
            homes.put(children[i], new AreaCode(areas[i]));
        }
        return new StoredContact(contact, homes, texts.opened(contact));
    }

    private static Contact contact(Row row) {
        Contact contact = new Contact();
        contact.id = row.getUUID("id");
        contact.version = row.getInteger("version");
        contact.areaCode = new AreaCode(row.getLong("area_code"));
        contact.recordedAreaCode = new AreaCode(row.getLong("recorded_area_code"));
        contact.authorAppointmentId = row.getUUID("author_appointment_id");
        contact.contactedAt = row.getOffsetDateTime("contacted_at").toInstant();
        contact.channel = Channel.valueOf(row.getString("channel"));
        contact.counterpart = Counterpart.valueOf(row.getString("counterpart"));
        contact.reached = row.getBoolean("reached");
        Buffer summary = row.getBuffer("summary_cipher");
        contact.summaryCipher = summary == null ? null : summary.getBytes();
        contact.needsVisit = row.getBoolean("needs_visit");
        contact.createdAt = row.getOffsetDateTime("created_at").toInstant();
        contact.createdBy = row.getUUID("created_by");
        contact.updatedAt = row.getOffsetDateTime("updated_at").toInstant();
        contact.updatedBy = row.getUUID("updated_by");
        OffsetDateTime clientTime = row.getOffsetDateTime("client_time");
        contact.clientTime = clientTime == null ? null : clientTime.toInstant();
        contact.deviceId = row.getUUID("device_id");
        return contact;
    }
}
