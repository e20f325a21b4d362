package org.shouwang.register.child;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;
import org.shouwang.register.SexCode;

/** The cards of people, in the transaction that logs who is shown one. No scope is checked here: who asks for a caller checks it. */
@Singleton
public class PersonCards {

    private static final String CHILD = """
            select c.id, c.full_name, c.sex_code, c.birth_date, c.birth_year, c.id_number_cipher,
                   c.residence_address_cipher as address_cipher, c.contact_phone_cipher, m.id as member_id,
                   m.full_name as member_name, m.phone_cipher as member_phone_cipher, c.household_id,
                   h.phone_cipher as household_phone_cipher
            from child c
            left join member_child l on l.child_id = c.id and l.is_primary_caregiver
            left join household_member m on m.id = l.member_id
            left join household h on h.id = c.household_id
            where c.id = $1
            """;

    private static final String MEMBER = """
            select m.id, m.full_name, m.sex_code, m.birth_date, null::integer as birth_year, m.id_number_cipher,
                   h.address_cipher, null::bytea as contact_phone_cipher, m.id as member_id, m.full_name as member_name,
                   m.phone_cipher as member_phone_cipher, h.id as household_id, null::bytea as household_phone_cipher
            from household_member m join household h on h.id = m.household_id
            where m.id = $1
            """;

    private final SealedFields sealed;

    PersonCards(SealedFields sealed) {
        this.sealed = sealed;
    }

    public Uni<Optional<PersonCard>> ofChild(SqlClient tx, UUID id) {
        return card(tx, CHILD, id, Column.CHILD_ID_NUMBER, Column.CHILD_RESIDENCE_ADDRESS, "id");
    }

    public Uni<Optional<PersonCard>> ofMember(SqlClient tx, UUID id) {
        return card(tx, MEMBER, id, Column.MEMBER_ID_NUMBER, Column.HOUSEHOLD_ADDRESS, "household_id");
    }

    /** @param addressOf the column with the id of the row that has the address */
    private Uni<Optional<PersonCard>> card(
            SqlClient tx, String sql, UUID id, Column number, Column address, String addressOf) {
        return tx.preparedQuery(sql).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new PersonCard(
                        id,
                        row.getString("full_name"),
                        SexCode.of(row.getString("sex_code")),
                        row.getLocalDate("birth_date"),
                        row.getInteger("birth_year"),
                        opened(row, number, "id", "id_number_cipher"),
                        opened(row, address, addressOf, "address_cipher"),
                        row.getString("member_name"),
                        phone(row)))
                .findFirst());
    }

    /** Of whoever can be called about the person; about a child else the household's. A member's is never that of others at home. */
    private @Nullable String phone(Row row) {
        String members = opened(row, Column.MEMBER_PHONE, "member_id", "member_phone_cipher");
        String told = members == null ? opened(row, Column.CHILD_CONTACT_PHONE, "id", "contact_phone_cipher") : members;
        return told == null ? opened(row, Column.HOUSEHOLD_PHONE, "household_id", "household_phone_cipher") : told;
    }

    private @Nullable String opened(Row row, Column column, String idColumn, String cipherColumn) {
        Buffer closed = row.getBuffer(cipherColumn);
        return closed == null ? null : sealed.open(column, row.getUUID(idColumn), closed.getBytes());
    }
}
