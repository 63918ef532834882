package dev.rushlight.web.filmstrip;

import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.ReviewSessionId;
import java.util.List;
import java.util.Optional;

/** The items of a review session in their order, as somebody sees them who goes through it. */
public interface Film {

    ReviewSessionId id();

    /** Those that follow a place; from the beginning without one. */
    List<FilmEntry> after(Optional<EntryCursor> place, int limit);

    /** The nearest ones before a place, in their order. */
    List<FilmEntry> before(EntryCursor place, int limit);

    /** Reads what somebody asked for by pressing something. */
    default void asked(Runnable reading) {
        reading.run();
    }
}
