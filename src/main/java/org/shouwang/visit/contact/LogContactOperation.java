package org.shouwang.visit.contact;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Result;

/** A contact that was noted offline: {@code PUT /contacts/{id}}. */
@Singleton
class LogContactOperation implements OperationHandler<ContactForm> {

    private final LogContact logContact;

    LogContactOperation(LogContact logContact) {
        this.logContact = logContact;
    }

    @Override
    public String type() {
        return "contact.log";
    }

    @Override
    public Class<ContactForm> form() {
        return ContactForm.class;
    }

    @Override
    public String schema() {
        return "ContactForm";
    }

    @Override
    public List<String> moments() {
        return List.of("contactedAt");
    }

    @Override
    public boolean makesRecord() {
        return true;
    }

    @Override
    public Collection<UUID> needs(UUID record, ContactForm form) {
        return form.childIds();
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, ContactForm form, Caller caller) {
        return logContact
                .log(operation.record(), form, caller)
                .map(result -> result.map(stored -> Effect.of(ContactFeed.KIND, stored)));
    }
}
