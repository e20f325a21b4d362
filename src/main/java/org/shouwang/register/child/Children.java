package org.shouwang.register.child;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.register.name.NamesInText;

/** The children's files, as rooms above see them. No scope is checked here: who asks for a caller checks it. */
@Singleton
public class Children {

    private static final String HOME = "select area_code from child where id = $1";

    private static final String HOMES = "select id, area_code from child where id = any($1)";

    /** Of what is rarely asked: a statement reads all files of the ranges. */
    private static final String NAMED = """
            select exists (select from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                           join child c on c.area_code >= r.lower and c.area_code < r.upper
                               and c.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
                           cross join lateral (
                               select lower(regexp_replace(normalize(c.full_name, NFKC), '[\\s·•・‧.]', '', 'g')) as name) plain
                           where plain.name <> '' and position(plain.name in $3) > 0) as named
            """;

    private final ChildRepository children;
    private final Pool pool;

    Children(ChildRepository children, Pool pool) {
        this.children = children;
        this.pool = pool;
    }

    /**
     * Facts of those ids that are children, for whoever records something of them: nobody moves or closes their files until the
     * caller's transaction ends, and what is under way is waited for. Runs in the caller's session, before that locks anything
     * that belongs to the children.
     */
    public Uni<Map<UUID, ChildFacts>> facts(Collection<UUID> ids) {
        return children.kept(ids)
                .map(found -> found.stream().collect(Collectors.toMap(ChildFacts::id, Function.identity())));
    }

    /** The same for whoever changes the files too: what was only kept could not be changed while others keep it as well. */
    public Uni<Map<UUID, ChildFacts>> factsToChange(Collection<UUID> ids) {
        return children.keptToChange(ids)
                .map(found -> found.stream().collect(Collectors.toMap(ChildFacts::id, Function.identity())));
    }

    /** The same for whoever only looks: a moment later they may be otherwise. */
    public Uni<Map<UUID, ChildFacts>> look(Collection<UUID> ids) {
        return children.byIds(ids).map(Children::facts);
    }

    private static Map<UUID, ChildFacts> facts(List<Child> found) {
        return found.stream().map(Child::facts).collect(Collectors.toMap(ChildFacts::id, Function.identity()));
    }

    /** Whether the text holds the name of a child that lives in this village. Runs in the caller's session. */
    public Uni<Boolean> anyNameIn(AreaCode village, String text) {
        return children.namesIn(village).map(names -> NamesInText.anyOf(names, text));
    }

    /** Whether the text holds the name of a child with an open file in these areas. Runs on the reactive pool. */
    public Uni<Boolean> anyNameWithin(AreaRanges areas, String text) {
        return pool.preparedQuery(NAMED)
                .execute(Tuple.of(areas.lower(), areas.upper(), NamesInText.plain(text)))
                .map(rows -> rows.iterator().next().getBoolean("named"));
    }

    /** Where this child lives now. Runs on the reactive pool, for work without a session. */
    public Uni<Optional<AreaCode>> home(UUID id) {
        return pool.preparedQuery(HOME).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new AreaCode(row.getLong("area_code")))
                .findFirst());
    }

    /** Where each of those ids that are children lives now. Runs on the reactive pool, for work without a session. */
    public Uni<Map<UUID, AreaCode>> homes(Collection<UUID> ids) {
        return pool.preparedQuery(HOMES)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> row.getUUID("id"), row -> new AreaCode(row.getLong("area_code")))));
    }
}
