package dev.rushlight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.DatabaseTime;
import dev.rushlight.installation.SteppingClock;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class LeaseTest {

    private final Database database;
    private final UUID here = UUID.randomUUID();
    private final UUID there = UUID.randomUUID();
    private ConnectionId connection;

    LeaseTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void connect() {
        var clock = new SteppingClock();
        connection = database.inTransaction(
                entities -> ConnectionBench.somewhere(entities, new ExchangeBench(clock), clock));
    }

    @Test
    void oneProcessWorksForAConnectionAndGoesOnDoingSo() {
        assertThat(hold(here)).isTrue();
        assertThat(hold(there)).isFalse();
        assertThat(hold(here)).isTrue();
    }

    @Test
    void whoLetsGoIsFollowedAtOnce() {
        hold(here);

        release(there);
        assertThat(hold(there)).isFalse();

        release(here);
        assertThat(hold(there)).isTrue();
        assertThat(hold(here)).isFalse();
    }

    @Test
    void whoSaysNothingForTooLongIsFollowed() {
        hold(here);
        database.doInTransaction(entities -> entities.createQuery(
                        "update Lease l set l.heldUntil = :past where l.connection = :connection")
                .setParameter("past", new DatabaseTime(entities).now())
                .setParameter("connection", connection.value())
                .executeUpdate());

        assertThat(hold(there)).isTrue();
        assertThat(hold(here)).isFalse();
    }

    @Test
    void ofManyAtOnceOneGetsIt() throws Exception {
        var together = new CyclicBarrier(8);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var got = threads
                    .invokeAll(IntStream.range(0, 8)
                            .mapToObj(number -> (Callable<Boolean>) () -> {
                                together.await();
                                return hold(UUID.randomUUID());
                            })
                            .toList())
                    .stream()
                    .map(LeaseTest::result)
                    .toList();
            assertThat(got).filteredOn(held -> held).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean result(Future<Boolean> done) {
        try {
            return done.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private boolean hold(UUID process) {
        return database.inTransaction(
                entities -> new LeaseDesk(entities, new DatabaseTime(entities)).hold(connection, process));
    }

    private void release(UUID process) {
        database.doInTransaction(
                entities -> new LeaseDesk(entities, new DatabaseTime(entities)).release(connection, process));
    }
}
