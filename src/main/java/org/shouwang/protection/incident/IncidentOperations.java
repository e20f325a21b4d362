package org.shouwang.protection.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;

/** What phones report offline. It waits for nothing: not for the child's file, and not for the visit. */
@Singleton
class IncidentOperations {

    @Produces
    @Singleton
    OperationHandler<ObjectNode> report(ReportIncident reportIncident) {
        return OperationType.making(
                        "incident.report",
                        IncidentFeed.KIND,
                        ObjectNode.class,
                        (operation, form, caller) -> reportIncident.report(operation.record(), form, caller))
                .described("IncidentForm")
                .at("discoveredAt", "occurredAt", "reportedAt")
                .flagged("timeUncertain")
                .ofClassR();
    }
}
