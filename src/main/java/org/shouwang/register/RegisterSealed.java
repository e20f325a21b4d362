package org.shouwang.register;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;
import org.shouwang.register.SealedFields.Column;

/** Numbers, phones and addresses of families. */
@Singleton
class RegisterSealed implements SealedColumns {

    private static final String DOCUMENT =
            "case id_type when 'RESIDENT_ID' then 'identity-number' else 'document ' || id_type end";

    @Override
    public List<SealedColumn> columns() {
        return Stream.of(Column.values())
                .map(column -> switch (column) {
                    case HOUSEHOLD_PHONE, MEMBER_PHONE -> column.sealed().foundBy("phone_hash", "'phone'");
                    case MEMBER_ID_NUMBER -> column.sealed().foundBy("id_number_hash", "'identity-number'");
                    case CHILD_ID_NUMBER -> column.sealed().foundBy("id_number_hash", DOCUMENT);
                    case HOUSEHOLD_ADDRESS, CHILD_CONTACT_PHONE, CHILD_HUKOU_ADDRESS, CHILD_RESIDENCE_ADDRESS ->
                        column.sealed();
                })
                .toList();
    }
}
