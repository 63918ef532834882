package dev.rushlight.server.campaign;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.server.EmbeddedHub;
import dev.rushlight.server.HubLimits;
import dev.rushlight.server.TestDatabase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** The real hub in a servlet container, on a loopback port of its own. */
final class CampaignHub implements AutoCloseable {
    private final EmbeddedHub hub;
    private final Server server;

    private CampaignHub(EmbeddedHub hub, Server server) {
        this.hub = hub;
        this.server = server;
    }

    static CampaignHub start() throws Exception {
        var hub = EmbeddedHub.open(TestDatabase.empty(), HubLimits.standard(), Clock.systemUTC());
        var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var context = new ServletContextHandler("/");
        JakartaWebSocketServletContainerInitializer.configure(context, hub::register);
        server.setHandler(context);
        server.start();
        return new CampaignHub(hub, server);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getURI().getPort());
    }

    /** What a user needs to reach the hub at the given address, which may be that of a link to it. */
    HubSettings settings(String user, URI address) {
        return HubSettings.of(
                address, new Credentials(user, hub.accounts().issueKey(user).key()));
    }

    @Override
    public void close() {
        hub.close();
        LifeCycle.stop(server);
    }
}
