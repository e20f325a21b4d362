package org.shouwang.visit.contact;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;

/** Contacts of the last months in the change feed. */
@Singleton
class ContactFeed implements ChangeFeed {

    static final String KIND = "contact";

    private final ListContacts contacts;

    ContactFeed(ListContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "Contact";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.VISIT_READ);
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return contacts.pulled(ids, caller);
    }
}
