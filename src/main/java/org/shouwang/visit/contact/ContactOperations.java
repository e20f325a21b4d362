package org.shouwang.visit.contact;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;

/** What phones note offline of contacts. */
@Singleton
class ContactOperations {

    @Produces
    @Singleton
    OperationHandler<ContactForm> log(LogContact logContact) {
        return OperationType.making("contact.log", ContactFeed.KIND, ContactForm.class, logContact::late)
                .at("contactedAt")
                .needing(ContactForm::childIds);
    }
}
