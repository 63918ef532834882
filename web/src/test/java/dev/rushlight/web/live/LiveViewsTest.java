package dev.rushlight.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OutboxChanged;
import dev.rushlight.review.ReviewItemId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveViewsTest {

    private final LiveViews live = new LiveViews();
    private final List<Object> heard = new ArrayList<>();

    @Test
    void listenersHearWhatTheyAskedForUntilTheyStop() {
        var item = ReviewItemId.random();
        var stop = live.onReviewItem(heard::add);
        LiveNews.changed(live, item);
        stop.run();
        LiveNews.changed(live, ReviewItemId.random());
        assertThat(heard).containsExactly(item);
    }

    @Test
    void aStateOfAHubAndItsSettingsAreOneConcern() {
        var connection = ConnectionId.random();
        live.onConnection(heard::add);
        LiveNews.changed(live, connection);
        live.on(new ConnectionStateChanged(connection));
        assertThat(heard).containsExactly(connection, connection);
    }

    @Test
    void whatComesAndWhatIsOwedIsAnExchange() {
        var connection = ConnectionId.random();
        live.onExchange(heard::add);
        LiveNews.arrived(live, connection);
        live.on(new OutboxChanged(connection));
        LiveNews.changed(live, connection);
        assertThat(heard).containsExactly(connection, connection);
    }
}
