package org.shouwang.visit.contact;

import java.util.List;
import java.util.UUID;
import org.shouwang.register.ChildFacts;

/** What other rooms learn of a contact. */
public record LoggedContact(UUID id, boolean needsVisit, List<ChildFacts> children) {

    public LoggedContact {
        children = List.copyOf(children);
    }
}
