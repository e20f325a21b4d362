package org.shouwang.visit.contact;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;

/**
 * A contact with everything that was stored of it.
 *
 * @param homes where each of its children lives now
 */
record StoredContact(
        Contact contact,
        Map<UUID, AreaCode> homes,
        @Nullable String summary) {

    Optional<ContactView> view(Caller caller, Right right) {
        return ContactView.forCaller(contact, homes, summary, caller, right);
    }

    Stream<Subject> shown(Caller caller, Right right) {
        return view(caller, right).stream().flatMap(view -> view.shown(homes));
    }

    @Override
    public String toString() {
        return "***";
    }
}
