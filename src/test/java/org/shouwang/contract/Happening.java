package org.shouwang.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** What happens beside the calls of a transcript, and is made to happen when it is replayed. */
enum Happening {
    RESTORED("the database is restored from a backup") {
        @Override
        void happen(Bindings bindings, DataSource database) throws SQLException {
            Sql.update(
                    database,
                    "insert into epoch (number, system_identifier, timeline, reason)"
                            + " select number + 1, system_identifier, timeline, 'RESTORED' from epoch"
                            + " order by number desc limit 1");
        }
    },
    POST_ENDED("the director's second post, in the other town's village, ended three days ago") {
        @Override
        void happen(Bindings bindings, DataSource database) throws SQLException {
            UUID post = UUID.randomUUID();
            Sql.update(
                    database,
                    "insert into appointment"
                            + " (id, worker_id, role_code, area_code, appointed_on, status, ended_on, end_reason) values"
                            + " (?, cast(? as uuid), 'CHILDREN_DIRECTOR', ?, date '2025-01-01', 'ENDED', ?, 'TRANSFER')",
                    post,
                    bindings.value("{{director.workerId}}").textValue(),
                    Long.valueOf(bindings.value("{{otherDirector.areaCode}}").textValue()),
                    Demo.today().minusDays(3));
            bindings.keep(OLD_POST, TextNode.valueOf(post.toString()));
        }

        @Override
        void undo(Bindings bindings, DataSource database) throws SQLException {
            Sql.update(
                    database,
                    "update appointment set ended_on = appointed_on where id = cast(? as uuid)",
                    bindings.value("{{" + OLD_POST + "}}").textValue());
        }
    };

    private static final String OLD_POST = "oldPost";

    private final String text;

    Happening(String text) {
        this.text = text;
    }

    @JsonValue
    String text() {
        return text;
    }

    abstract void happen(Bindings bindings, DataSource database) throws SQLException;

    /** Takes back what would trouble others. */
    void undo(Bindings bindings, DataSource database) throws SQLException {
        // most leaves nothing behind
    }
}
