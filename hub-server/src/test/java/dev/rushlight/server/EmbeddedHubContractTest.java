package dev.rushlight.server;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.contract.EventHubContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The client's contract at our own hub. */
class EmbeddedHubContractTest extends EventHubContract {
    private static HubServer server;

    @BeforeAll
    static void start() throws Exception {
        server = HubServer.start(HubLimits.standard());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected HubSettings settings(String user) {
        return HubSettings.of(server.uri("http", ""), new Credentials(user, server.keyOf(user)));
    }

    @Override
    protected void cut(String user) {
        var accounts = server.hub().accounts();
        accounts.revoke(accounts.issueKey(user).id());
    }

    @Override
    protected int connections() {
        return server.hub().activity().connections();
    }

    @Override
    protected int largestMessage() {
        return HubLimits.standard().events().messageBytes();
    }
}
