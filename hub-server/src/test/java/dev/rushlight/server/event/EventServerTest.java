package dev.rushlight.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.socketio.Handshake;
import dev.rushlight.server.TestDatabase;
import dev.rushlight.server.account.Account;
import dev.rushlight.server.account.AccountId;
import dev.rushlight.server.account.Accounts;
import dev.rushlight.server.account.Gatekeeper;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventServerTest {
    private static final int MOST = EventLimits.standard().connectionsPerAccount();

    private final Accounts accounts = Accounts.open(TestDatabase.empty());
    private final Gatekeeper gatekeeper = new Gatekeeper(accounts, System::nanoTime);
    private final EventServer server = new EventServer(gatekeeper, EventLimits.standard(), System::nanoTime);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void oneAccountLeavesRoomForOthers() {
        var jo = account("jo");
        var own = account(Accounts.OWN);
        IntStream.range(0, MOST).forEach(i -> {
            connect(jo);
            connect(own);
        });

        assertThat(invite(jo)).isEmpty();
        assertThat(invite(account("ann"))).isPresent();
        assertThat(invite(own)).isPresent();
    }

    @Test
    void waitingHandshakesCountAsConnections() {
        var jo = account("jo");
        IntStream.range(0, MOST - 1).forEach(i -> connect(jo));

        assertThat(invite(jo)).isPresent();
        assertThat(invite(jo)).isEmpty();
    }

    @Test
    void closedConnectionMakesRoom() {
        var jo = account("jo");
        IntStream.range(1, MOST).forEach(i -> connect(jo));
        var last = connect(jo);
        assertThat(invite(jo)).isEmpty();

        last.closed();

        assertThat(invite(jo)).isPresent();
    }

    @Test
    void keyRevokedBetweenItsLookUpAndTheHandshakeOpensNothing() {
        accounts.onWithdrawal(server::withdraw);
        var issued = accounts.issueKey("jo");
        var account =
                gatekeeper.admit("192.0.2.1", "jo", issued.key()).account().orElseThrow();
        var check = gatekeeper.check("jo", issued.key());

        accounts.revoke(issued.id());
        var handshake = server.invite(account, check).orElseThrow();

        var wire = new FakeWire();
        assertThat(server.connect(handshake.sid(), wire)).isEmpty();
        assertThat(wire.ending()).contains(Ending.UNKNOWN_HANDSHAKE);
        assertThat(server.connections()).isZero();
    }

    @Test
    void handshakeThatCannotBeCheckedOpensNothing() {
        var handshake = server.invite(account("jo"), () -> {
                    throw new IllegalStateException("no database");
                })
                .orElseThrow();

        var wire = new FakeWire();
        assertThat(server.connect(handshake.sid(), wire)).isEmpty();
        assertThat(wire.ending()).contains(Ending.UNKNOWN_HANDSHAKE);
    }

    private Optional<Handshake> invite(Account account) {
        return server.invite(account, () -> true);
    }

    private Connection connect(Account account) {
        var sid = invite(account).orElseThrow().sid();
        return server.connect(sid, new FakeWire()).orElseThrow();
    }

    private static Account account(String username) {
        return new Account(new AccountId(UUID.randomUUID()), username);
    }
}
