package org.shouwang.protection.directory;

import java.util.List;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Post;

/** What a list of entries changes, and what becomes of its lines. */
record ResourcePlan(List<ResourceOutcome> outcomes, List<Write> created, List<Write> updated) {

    /** By what a list finds an entry again: lists have no ids. */
    record EntryKey(AreaCode area, ResourceCategory category, String name) {

        static EntryKey of(ResourceForm facts) {
            return new EntryKey(facts.areaCode(), facts.category(), facts.name());
        }
    }

    /**
     * An entry to be written.
     *
     * @param by the post that answers for it
     * @param changed names of the facts that it changes; none for a new one
     */
    record Write(Post by, UUID id, ResourceForm facts, List<String> changed) {}
}
