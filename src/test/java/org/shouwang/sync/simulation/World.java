package org.shouwang.sync.simulation;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.shouwang.sync.simulation.District.Member;

/** Two to six phones in three villages, and all that happens there in an order given by a seed. */
public final class World implements AutoCloseable {

    private static final int MOST_PHONES = 6;
    private static final int MINUTES_WRONG = 500_000;
    private static final int FAULTY_OF_TEN = 3;
    private static final int MOST_OPERATIONS = 200;
    private static final int MOST_ROUNDS = 4;

    private final Host host;
    private final Random random;
    private final Connection connection;
    private final Connection slow;
    private final List<SimulatedPhone> phones = new ArrayList<>();
    private final PhoneWork work;
    private final TownWork town;
    private final Deeds deeds = new Deeds();

    /** Makes a phone for somebody. */
    interface Maker {
        SimulatedPhone make(Member owner, Duration skew);
    }

    /** A world whose phones do what the contract says. */
    public World(long seed, Host host) throws SQLException {
        this(seed, host, SimulatedPhone::new);
    }

    World(long seed, Host host, Maker maker) throws SQLException {
        this.host = host;
        this.random = new Random(seed);
        this.connection = host.connect();
        this.slow = host.connect();
        slow.setAutoCommit(false);
        District district = new District(host, connection);
        Population families = new Population(district, random);
        List<Member> owners = new ArrayList<>(district.members());
        Collections.shuffle(owners, random);
        for (Member owner : owners.subList(0, random.nextInt(2, MOST_PHONES + 1))) {
            phones.add(maker.make(owner, Duration.ofMinutes(random.nextInt(-MINUTES_WRONG, MINUTES_WRONG))));
        }
        this.work = new PhoneWork(families, random, host::now);
        this.town = new TownWork(district, families, random, connection, slow, phones, host::now);
        phones.forEach(SimulatedPhone::heal);
    }

    /** What happened so far, and how often. */
    public Deeds deeds() {
        return deeds;
    }

    /** Lets things happen, more in some worlds than in others. */
    void live(int fewest, int most) throws SQLException {
        live(random.nextInt(fewest, most + 1));
    }

    /** Lets so many things happen. */
    public void live(int steps) throws SQLException {
        for (int step = 0; step < steps; step++) {
            step();
        }
    }

    private void step() throws SQLException {
        SimulatedPhone phone = phones.get(random.nextInt(phones.size()));
        int choice = random.nextInt(100);
        if (choice < 38) {
            deeds.did(work.on(phone));
        } else if (choice < 60) {
            Fault fault = fault();
            deeds.met(fault);
            phone.push(fault, 1 + random.nextInt(6));
        } else if (choice < 80) {
            Fault fault = fault();
            deeds.met(fault);
            phone.page(fault, 1 + random.nextInt(40));
        } else if (choice < 83) {
            phone.owner().wire().arrive();
        } else {
            deeds.did(town.happens());
        }
    }

    private Fault fault() {
        return random.nextInt(10) < FAULTY_OF_TEN ? Fault.values()[random.nextInt(Fault.values().length)] : Fault.NONE;
    }

    /** The server is killed while a phone sends all that it has, and started again. */
    public void kill(Host.Mortal server) {
        deeds.did("kill");
        SimulatedPhone phone = phones.get(random.nextInt(phones.size()));
        Thread sending = new Thread(() -> phone.push(Fault.NONE, MOST_OPERATIONS), "phone of a server that dies");
        sending.start();
        server.kill();
        try {
            sending.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        server.start();
    }

    /** All that was begun comes to its end, late requests too. */
    public void comeToRest() throws SQLException {
        slow.commit();
        for (SimulatedPhone phone : phones) {
            phone.owner().wire().arrive();
        }
    }

    /** The network is back and nobody does anything any more: what one phone sends, the others pull. */
    public void heal() throws SQLException {
        boolean sent = true;
        for (int round = 0; sent && round < MOST_ROUNDS; round++) {
            awaitPlans();
            awaitHorizon();
            sent = somebodySends();
        }
    }

    /** A server whose jobs run plans follow-up after each visit, which changes tasks on phones. */
    private void awaitPlans() throws SQLException {
        if (!host.plans()) {
            return;
        }
        try (Connection now = host.connect()) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() ->
                            number(now, "select count(*) from follow_up_look where look_at <= clock_timestamp()") == 0);
        }
    }

    /** The feed keeps back what is newer than a transaction that still runs, such as a sweep of the server: it ends soon. */
    private void awaitHorizon() throws SQLException {
        try (Connection now = host.connect()) {
            long written = number(now, "select pg_current_xact_id()::text::bigint");
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> number(now, "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint") > written);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private boolean somebodySends() {
        boolean sent = false;
        for (SimulatedPhone phone : phones) {
            sent |= phone.heal();
        }
        return sent;
    }

    /** The sentences at the end of the contract on days without network. */
    public void assertNothingIsLostAndEachHoldsItsScope() throws SQLException {
        try (Connection now = host.connect()) {
            for (SimulatedPhone phone : phones) {
                Truth truth = new Truth(now, phone);
                truth.assertEachOperationIsDoneOnceOrVisible();
                truth.assertPhoneHoldsItsScope();
                truth.assertServerSumsUpWhatThePhoneHolds();
            }
        }
    }

    /** How many operations of its phones the server has on record, of how many that were made. */
    public Recorded recorded() throws SQLException {
        int known = 0;
        int made = 0;
        try (Connection now = host.connect()) {
            for (SimulatedPhone phone : phones) {
                known += new Truth(now, phone).recorded();
                made += phone.outcomes().size();
            }
        }
        return new Recorded(known, made);
    }

    /** Operations on record, and operations made. */
    public record Recorded(int known, int made) {}

    @Override
    public void close() throws SQLException {
        slow.close();
        connection.close();
    }
}
