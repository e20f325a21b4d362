package org.shouwang.register;

import java.util.UUID;
import org.shouwang.platform.http.Cursor;

/** Where a list in the order of area and id goes on: after this row. */
public record Position(long area, UUID id) {

    public static final int PARTS = 2;
    public static final Position START = new Position(0, new UUID(0, 0));

    public static Position of(Cursor cursor) {
        return new Position(cursor.number(0), cursor.uuid(1));
    }
}
