package org.shouwang.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A phone of the feed that we did not build: its position is a sequence, its cursor the last position that it has seen. A
 * transaction that commits late has taken its number early, and is passed.
 */
final class SequencePhone implements HomeHolder, AutoCloseable {

    private static final String BUILD = """
            create sequence plain_position;
            create table plain_change (
                id uuid primary key, area_code bigint not null, version integer, position bigint not null);
            create function plain_feed() returns trigger language plpgsql as $$
            begin
                insert into plain_change
                values (coalesce(new.id, old.id), coalesce(new.area_code, old.area_code), new.version, nextval('plain_position'))
                on conflict (id) do update
                    set area_code = excluded.area_code, version = excluded.version, position = excluded.position;
                return null;
            end
            $$;
            create trigger plain_feed after insert or update or delete on childrens_home
                for each row execute function plain_feed();
            """;

    private static final String TAKE_DOWN = """
            drop trigger plain_feed on childrens_home;
            drop function plain_feed;
            drop table plain_change;
            drop sequence plain_position;
            """;

    private static final String NEXT = """
            select id, version, position from plain_change where position > ? order by position limit ?
            """;

    private final Connection connection;
    private final Map<UUID, Integer> homes;
    private long cursor;

    /** @param held what the phone holds before the first change */
    SequencePhone(Map<UUID, Integer> held) throws SQLException {
        this.connection = HomeTable.transaction();
        this.homes = new HashMap<>(held);
        run(BUILD);
    }

    @Override
    public Map<UUID, Integer> homes() {
        return homes;
    }

    @Override
    public boolean page(int limit) {
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setLong(1, cursor);
            next.setInt(2, limit);
            int rows = 0;
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    take(row);
                    rows++;
                }
            }
            connection.commit();
            return rows == limit;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Integer version = row.getObject(2, Integer.class);
        if (version == null) {
            homes.remove(id);
        } else {
            homes.put(id, version);
        }
        cursor = row.getLong(3);
    }

    private void run(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        run(TAKE_DOWN);
        connection.close();
    }
}
