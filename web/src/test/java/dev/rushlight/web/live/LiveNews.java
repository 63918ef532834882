package dev.rushlight.web.live;

import dev.rushlight.connection.ConnectionChanged;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.InboxChanged;
import dev.rushlight.feedback.NotesChanged;
import dev.rushlight.review.ReviewItemChanged;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.ReviewSessionChanged;
import dev.rushlight.reviewsession.ReviewSessionId;

/** Lets tests tell open pages what the container would tell them. */
public final class LiveNews {

    private LiveNews() {}

    public static void changed(LiveViews live, ReviewItemId item) {
        live.on(new ReviewItemChanged(item));
    }

    public static void changed(LiveViews live, ConnectionId connection) {
        live.on(new ConnectionChanged(connection));
    }

    public static void notesChanged(LiveViews live, ReviewItemId item) {
        live.on(new NotesChanged(item));
    }

    public static void changed(LiveViews live, ReviewSessionId reviewSession) {
        live.on(new ReviewSessionChanged(reviewSession));
    }

    public static void arrived(LiveViews live, ConnectionId connection) {
        live.on(new InboxChanged(connection));
    }
}
