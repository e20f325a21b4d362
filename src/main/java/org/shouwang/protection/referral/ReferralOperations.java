package org.shouwang.protection.referral;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.shouwang.platform.operation.FormId;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;

/** What phones do to referrals offline: the village asks, and reads the answer. */
@Singleton
class ReferralOperations {

    @Produces
    @Singleton
    OperationHandler<ReferralForm> send(SendReferral sendReferral) {
        return OperationType.making(
                        "referral.send",
                        ReferralFeed.KIND,
                        ReferralForm.class,
                        (operation, form, caller) -> sendReferral.send(operation.record(), form, caller))
                .needing(form -> Stream.of(form.childId(), form.incidentId(), form.reopens())
                        .flatMap(Stream::ofNullable)
                        .toList())
                .ofClassR();
    }

    @Produces
    @Singleton
    OperationHandler<ReferralAct.Close> close(ActOnReferral act) {
        return OperationType.doing(
                        "referral.close",
                        ReferralFeed.KIND,
                        ReferralAct.Close.class,
                        (operation, form, caller) -> act.act(operation.record(), form, caller))
                .with(FormId.OPERATION)
                .ofClassR();
    }
}
