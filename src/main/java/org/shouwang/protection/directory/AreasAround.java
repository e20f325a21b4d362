package org.shouwang.protection.directory;

/**
 * A place with the areas above it, in SQL: from the village up by the tree of codes, at most five rows. An area that another
 * authority runs (托管) has the parents of its code; its host names it among the areas that an entry serves. Each {@code offset 0}
 * keeps the planner at the index: it takes the rows of a recursion for many.
 */
final class AreasAround {

    /** The place is $1; {@code steps} counts upwards from it. */
    static final String UP = """
            with recursive up(code, parent_code, steps) as (
                select code, parent_code, 0 from area where code = $1
                union all
                select a.code, a.parent_code, up.steps + 1
                from up cross join lateral (select code, parent_code from area where code = up.parent_code offset 0) a)
            """;

    /** Whether an entry {@code r} helps on the day $2: active, and within its contract where it has one. */
    static final String IN_FORCE = """
            r.status = 'ACTIVE' and (r.contract_from is null or r.contract_from <= $2)
            and (r.contract_to is null or r.contract_to >= $2)
            """;

    private AreasAround() {}
}
