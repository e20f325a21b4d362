package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.Ids;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.platform.sms.Sms;
import org.shouwang.platform.sms.SmsBudgets;
import org.shouwang.platform.sms.SmsCounties;
import org.shouwang.platform.sms.SmsGateway;
import org.shouwang.platform.sms.SmsLedger;
import org.shouwang.platform.sms.SmsPurpose;

/** Sends a code by SMS, at the cost of the county of the worker's oldest post. */
@Singleton
class SendCode {

    private static final Logger LOG = Logger.getLogger(SendCode.class);

    private static final String PLACE = """
            select coalesce(a.area_code, o.area_code) as place
            from appointment a left join organisation o on o.id = a.organisation_id
            where a.worker_id = $1 and a.status <> 'ENDED'
            order by a.appointed_on, a.id
            limit 1
            """;

    private final SmsGateway sms;
    private final SmsLedger ledger;
    private final SmsBudgets budgets;
    private final Pool pool;

    SendCode(SmsGateway sms, SmsLedger ledger, SmsBudgets budgets, Pool pool) {
        this.sms = sms;
        this.ledger = ledger;
        this.budgets = budgets;
        this.pool = pool;
    }

    /** Whether there is anything to send with. */
    boolean enabled() {
        return sms.enabled();
    }

    /** Begins to send and returns at once. What becomes of it is counted, never told to who asked for it. */
    void begin(UUID workerId, PhoneNumber phone, String code) {
        county(workerId)
                .call(this::count)
                .onFailure()
                .recoverWithItem(SendCode::uncounted)
                .chain(county -> sms.send(new Sms(Ids.next(), SmsPurpose.LOGIN, county, phone, code)))
                .subscribe()
                .with(result -> {}, failure -> LOG.warnf("A code was not sent: %s", FailureKind.of(failure)));
    }

    private Uni<AreaCode> county(UUID workerId) {
        return pool.preparedQuery(PLACE).execute(Tuple.of(workerId)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .flatMap(row -> Optional.ofNullable(row.getLong("place")).map(AreaCode::new).stream())
                .findFirst()
                .map(SmsCounties::of)
                .orElse(SmsCounties.NONE));
    }

    private Uni<Boolean> count(AreaCode county) {
        return budgets.of(county)
                .chain(budget -> pool.withTransaction(
                        transaction -> ledger.take(transaction, county, SmsPurpose.LOGIN, budget)));
    }

    /** Nobody is locked out since something could not be counted. */
    private static AreaCode uncounted(Throwable failure) {
        LOG.warnf("A code is sent and not counted: %s", FailureKind.of(failure));
        return SmsCounties.NONE;
    }
}
