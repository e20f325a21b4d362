package org.shouwang.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lists of children's homes, each home's in one row, read and written as a whole in the session of a use case. */
@Singleton
class HomeLists {

    private static final String PUT = """
            insert into childrens_home_detail (home_id, lists) values (:home, cast(cast(:lists as text) as jsonb))
            on conflict (home_id) do update set lists = excluded.lists
            """;

    private static final String OF = "select cast(lists as text) from childrens_home_detail where home_id = :home";

    private final ObjectMapper json;

    HomeLists(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> put(UUID home, HomeDetails lists) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT)
                        .setParameter("home", home)
                        .setParameter("lists", write(lists))
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<HomeDetails> of(UUID home) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF, String.class)
                        .setParameter("home", home)
                        .getSingleResultOrNull())
                .map(this::read);
    }

    private String write(HomeDetails lists) {
        try {
            return json.writeValueAsString(lists);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a home without such a row nothing was asked. */
    HomeDetails read(@Nullable String lists) {
        try {
            return lists == null ? HomeDetails.NOT_ASKED : json.readValue(lists, HomeDetails.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
