package org.shouwang.visit.contact;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of contacts. */
@Singleton
class ContactCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(ContactCodes.Channel.class, ContactCodes.Counterpart.class);
    }
}
