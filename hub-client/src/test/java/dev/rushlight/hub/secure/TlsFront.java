package dev.rushlight.hub.secure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Speaks TLS on a loopback port, and passes everything on to a plain one. */
final class TlsFront implements AutoCloseable {

    private final SSLServerSocket server;
    private final int target;
    private final List<String> clients = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    TlsFront(SSLContext context, int target, boolean asksForCertificate) throws IOException {
        this.target = target;
        server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(asksForCertificate);
        Pump.daemon("tls-front", this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The names on the certificates that clients showed, one for each connection. */
    List<String> clients() {
        return clients;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                var socket = (SSLSocket) server.accept();
                open.add(socket);
                Pump.daemon("tls-front-connection", () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(SSLSocket client) {
        try (client;
                var peer = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.startHandshake();
            if (server.getNeedClientAuth()) {
                clients.add(client.getSession().getPeerPrincipal().getName());
            }
            Pump.both(client, peer);
        } catch (IOException e) {
            // A client that does not like the certificate goes away.
            return;
        }
    }
}
