package org.shouwang.register;

import java.util.UUID;
import org.shouwang.platform.http.Cursor;

/** Where a list in the order of area and id goes on: after this row. */
record Position(long area, UUID id) {

    static final int PARTS = 2;
    static final Position START = new Position(0, new UUID(0, 0));

    static Position of(Cursor cursor) {
        return new Position(cursor.number(0), cursor.uuid(1));
    }
}
