package dev.rushlight.hub.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A link to a server that fails as told: bytes pass through a loopback port, or do not.
 *
 * <p>A fault strikes the links that are open when it is called, and the methods that strike return how many those are;
 * a black hole and a refusal also keep later ones from the server until {@link #heal}.
 */
public final class FaultProxy implements AutoCloseable {

    // Below the ports that systems hand out by themselves, so that the port is still free after a refusal.
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int MOST_TRIES = 100;

    private final InetSocketAddress server;
    private final int port;
    private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();

    private volatile ServerSocket listener;
    private volatile Thread acceptor;
    private volatile boolean swallowing;
    private volatile Duration delay = Duration.ZERO;
    private volatile OptionalLong firstAccept = OptionalLong.empty();

    /** A healthy link to the server's host and port. */
    public FaultProxy(URI server) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        listener = listenSomewhere();
        port = listener.getLocalPort();
        acceptor = accept(listener);
    }

    /** Where clients reach the server through this proxy. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Resets the open links, so that what was on its way is gone. */
    public int rst() {
        var open = Set.copyOf(links);
        open.forEach(ProxyLink::reset);
        return open.size();
    }

    /** Ends the open links in both directions as a program does that exits. */
    public int fin() {
        var open = Set.copyOf(links);
        open.forEach(ProxyLink::finish);
        return open.size();
    }

    /** Lets half of the next piece of data through in each direction and then ends the link. */
    public int truncate() {
        var open = Set.copyOf(links);
        open.forEach(ProxyLink::truncate);
        return open.size();
    }

    /** Tells clients that the server says nothing more, while the server still hears them. */
    public int halfClose() {
        var open = Set.copyOf(links);
        open.forEach(ProxyLink::halfClose);
        return open.size();
    }

    /** Swallows every byte of open and new links, which stay open: what a pulled cable looks like. */
    public int blackHole() {
        swallowing = true;
        var open = Set.copyOf(links);
        open.forEach(ProxyLink::swallow);
        return open.size();
    }

    /** Resets the open links and refuses new ones, as when the server's process was killed. */
    public int refuse() {
        try {
            listener.close();
            // Until nobody waits for them any more, the system still takes connections.
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return rst();
    }

    /** Lets new links through again; those in a black hole stay there. */
    public void heal() {
        swallowing = false;
        if (listener.isClosed()) {
            firstAccept = OptionalLong.empty();
            try {
                listener = listen(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            acceptor = accept(listener);
        }
    }

    /** Holds every piece of data back for so long, from now on. */
    public void delay(Duration each) {
        delay = each;
    }

    /** Sends clients bytes that the server never sent; between two messages of the server, these are a message. */
    public int inject(byte[] bytes) {
        var open = Set.copyOf(links);
        open.forEach(link -> link.inject(bytes));
        return open.size();
    }

    /** The {@link System#nanoTime} of the first client that came since the proxy began to listen. */
    public OptionalLong firstAccept() {
        return firstAccept;
    }

    @Override
    public void close() {
        refuse();
    }

    private static ServerSocket listenSomewhere() {
        for (var tries = 1; ; tries++) {
            try {
                return listen(ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT));
            } catch (IOException e) {
                if (tries == MOST_TRIES) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Thread accept(ServerSocket from) {
        var thread = new Thread(() -> acceptAll(from), "proxy-accept");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void acceptAll(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                var client = from.accept();
                if (firstAccept.isEmpty()) {
                    firstAccept = OptionalLong.of(System.nanoTime());
                }
                ScriptedPeer.daemon("proxy-link", () -> link(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void link(Socket client) {
        var upstream = new Socket();
        var link = new ProxyLink(client, upstream, () -> delay, links::remove);
        try {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            upstream.connect(server);
        } catch (IOException e) {
            link.reset();
            return;
        }
        links.add(link);
        if (swallowing) {
            link.swallow();
        }
        if (listener.isClosed()) {
            link.reset();
        }
        link.run();
    }
}
