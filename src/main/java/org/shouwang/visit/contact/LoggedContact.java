package org.shouwang.visit.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouwang.register.child.ChildFacts;

/** What other rooms learn of a contact. */
public record LoggedContact(UUID id, Instant contactedAt, boolean needsVisit, List<ChildFacts> children) {

    public LoggedContact {
        children = List.copyOf(children);
    }

    static LoggedContact of(Contact contact, List<ChildFacts> children) {
        return new LoggedContact(contact.id, contact.contactedAt, contact.needsVisit, children);
    }
}
