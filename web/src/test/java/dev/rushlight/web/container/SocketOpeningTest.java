package dev.rushlight.web.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SocketOpeningTest {

    /** What happened, in order. */
    private final List<String> story = new ArrayList<>();

    private final FakeServer server = new FakeServer();

    @Test
    void whatAHastyClientSentIsHeardOnceTheSocketIsOpen() throws Exception {
        var socket = upgraded();
        socket.story = story;

        server.open();

        assertThat(story).containsExactly("open", "heard");
    }

    @Test
    void socketThatIsClosedWhileItOpensNeverListens() throws Exception {
        var socket = upgraded();
        socket.story = story;
        socket.refuses = true;

        server.open();

        assertThat(story).containsExactly("closed", "open");
    }

    @Test
    void clientThatIsGoneBeforeTheSocketListensDoesNoHarm() throws Exception {
        upgraded().story = story;
        server.gone = true;

        assertThatNoException().isThrownBy(server::open);
        assertThat(story).containsExactly("open");
    }

    @Test
    void socketEndsWhenTheServerEndsTheConnection() throws Exception {
        upgraded().story = story;
        server.open();

        server.handler.orElseThrow().destroy();

        assertThat(story).endsWith("ended");
    }

    @Test
    void requestThatAsksForNoUpgradeIsPassedOnAsItIs() throws Exception {
        var request = server.request(Optional.empty());

        assertThat(passedOn(request)).isSameAs(request);
    }

    private Socket upgraded() throws Exception {
        var passed = (HttpServletRequest) passedOn(server.request(Optional.of("websocket")));
        return passed.upgrade(Socket.class);
    }

    private static ServletRequest passedOn(HttpServletRequest request) throws Exception {
        var passed = new ArrayList<ServletRequest>();
        new SocketOpening().doFilter(request, new FakeResponse(), (on, response) -> passed.add(on));
        return passed.get(0);
    }

    /** Listens while it is being opened, and minds being told anything by then. */
    public static final class Socket implements HttpUpgradeHandler, ReadListener {
        private List<String> story = List.of();
        private boolean refuses;

        @Override
        public void init(WebConnection connection) {
            try {
                connection.getInputStream().setReadListener(this);
                if (refuses) {
                    connection.close();
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            story.add("open");
        }

        @Override
        public void onDataAvailable() {
            story.add("heard");
        }

        @Override
        public void onAllDataRead() {
            story.add("end");
        }

        @Override
        public void onError(Throwable problem) {
            throw new AssertionError(problem);
        }

        @Override
        public void destroy() {
            story.add("ended");
        }
    }

    /** Tells a listener at once, on the thread that registers it, that there is something to read. */
    private final class FakeServer implements WebConnection {
        private Optional<HttpUpgradeHandler> handler = Optional.empty();
        private boolean gone;

        void open() {
            handler.orElseThrow().init(this);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public void setReadListener(ReadListener listener) {
                    if (gone) {
                        throw new IllegalStateException("The connection is closed");
                    }
                    try {
                        listener.onDataAvailable();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public boolean isFinished() {
                    return false;
                }

                @Override
                public int read() {
                    return -1;
                }
            };
        }

        @Override
        public ServletOutputStream getOutputStream() {
            throw new AssertionError("Nobody writes");
        }

        @Override
        public void close() {
            story.add("closed");
        }

        FakeRequest request(Optional<String> protocol) {
            return new FakeRequest(FakeHttpSession.Companion.create(new FakeContext())) {
                @Override
                public String getHeader(String name) {
                    return name.equals("Upgrade") ? protocol.orElse(null) : super.getHeader(name);
                }

                @Override
                public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) {
                    try {
                        var made = type.getConstructor().newInstance();
                        handler = Optional.of(made);
                        return made;
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            };
        }
    }
}
