package dev.rushlight.web.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushFarewellsTest {
    private final Logger library = Logger.getLogger("org.atmosphere.cpr.AsynchronousProcessor");
    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getMessage());
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        library.setUseParentHandlers(false);
        library.addHandler(handler);
        PushFarewells.hush();
    }

    @AfterEach
    void leave() {
        library.removeHandler(handler);
        library.setUseParentHandlers(true);
        library.setFilter(null);
    }

    @Test
    void aConnectionThatIsGoneAlreadyIsNoError() {
        library.log(Level.SEVERE, "Failed to cancel resource: 899736c7", new NullPointerException("resource"));

        assertThat(logged).isEmpty();
    }

    @Test
    void everythingElseIsLogged() {
        library.log(Level.SEVERE, "Failed to cancel resource: 899736c7", new IllegalStateException("no room"));
        library.log(Level.SEVERE, "Interceptor crashed", new NullPointerException());

        assertThat(logged).containsExactly("Failed to cancel resource: 899736c7", "Interceptor crashed");
    }
}
