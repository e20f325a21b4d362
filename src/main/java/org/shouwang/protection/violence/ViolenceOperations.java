package org.shouwang.protection.violence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;

/** What phones record offline. It waits for the victim's file, and for the incident that it names. */
@Singleton
class ViolenceOperations {

    @Produces
    @Singleton
    OperationHandler<ViolenceCaseForm> record(RecordCase recordCase) {
        return OperationType.making(
                        "violence-case.record",
                        ViolenceFeed.KIND,
                        ViolenceCaseForm.class,
                        (operation, form, caller) -> recordCase.record(operation.record(), form, caller))
                .needing(form -> Stream.of(form.victimChildId(), form.incidentId())
                        .flatMap(Stream::ofNullable)
                        .map(UUID.class::cast)
                        .toList())
                .ofClassR();
    }
}
