package dev.rushlight.web.container;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets a WebSocket listen once it is open, not before.
 *
 * <p>The server's WebSockets begin to listen while they are being opened. What a hasty client has sent by then is handled
 * at once, on the very thread that opens the socket, and waits there for the socket to be open: for ever. A few such
 * clients, signed in or not, would use up every thread.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SocketOpening implements Filter {

    private static final Logger LOG = Logger.getLogger(SocketOpening.class.getName());

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        chain.doFilter(http.getHeader("Upgrade") == null ? request : new Upgradable(http), response);
    }

    /** A request whose upgrade leads to an {@link Opening}. */
    private static final class Upgradable extends HttpServletRequestWrapper {

        Upgradable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
            try {
                var socket = type.getConstructor().newInstance();
                super.upgrade(Opening.class).socket = Optional.of(socket);
                return socket;
            } catch (ReflectiveOperationException e) {
                throw new ServletException("A connection cannot be upgraded to " + type.getName(), e);
            }
        }
    }

    /** Opens the socket, and then lets it listen; made by the server. */
    public static final class Opening implements HttpUpgradeHandler {

        /** Set before the server opens it. */
        private Optional<HttpUpgradeHandler> socket = Optional.empty();

        @Override
        public void init(WebConnection connection) {
            try {
                var opened = new Opened(connection);
                socket.orElseThrow().init(opened);
                opened.listen();
            } catch (IOException e) {
                throw new IllegalStateException("A socket cannot be opened", e);
            }
        }

        @Override
        public void destroy() {
            socket.ifPresent(HttpUpgradeHandler::destroy);
        }
    }

    @SuppressWarnings("try") // Closing throws what the server throws.
    private static final class Opened implements WebConnection {

        private final WebConnection connection;
        private final HeldInput input;
        private volatile boolean closed;

        Opened(WebConnection connection) throws IOException {
            this.connection = connection;
            this.input = new HeldInput(connection.getInputStream());
        }

        void listen() {
            if (!closed) {
                try {
                    input.release();
                } catch (IllegalStateException closedMeanwhile) {
                    LOG.log(Level.FINE, "A socket was closed before it listened", closedMeanwhile);
                }
            }
        }

        @Override
        public ServletInputStream getInputStream() {
            return input;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return connection.getOutputStream();
        }

        @Override
        public void close() throws Exception {
            closed = true;
            connection.close();
        }
    }

    /** What a client sends, told to nobody before its release. */
    private static final class HeldInput extends ServletInputStream {
        private final ServletInputStream input;
        private Optional<ReadListener> listener = Optional.empty();

        HeldInput(ServletInputStream input) {
            this.input = input;
        }

        void release() {
            listener.ifPresent(input::setReadListener);
        }

        @Override
        public void setReadListener(ReadListener told) {
            listener = Optional.of(told);
        }

        @Override
        public boolean isReady() {
            return input.isReady();
        }

        @Override
        public boolean isFinished() {
            return input.isFinished();
        }

        @Override
        public int available() throws IOException {
            return input.available();
        }

        @Override
        public int read() throws IOException {
            return input.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return input.read(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
