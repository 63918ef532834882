package dev.rushlight.web.item;

import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.EntrySummary;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.ReviewSessions;
import dev.rushlight.web.filmstrip.Film;
import dev.rushlight.web.filmstrip.FilmEntry;
import dev.rushlight.web.look.Pages;
import java.util.List;
import java.util.Optional;

/** A review session as people with an account go through it. */
record SessionFilm(ReviewSessions reviewSessions, Room room, ReviewSessionId id) implements Film {

    @Override
    public List<FilmEntry> after(Optional<EntryCursor> place, int limit) {
        return inFilm(reviewSessions.entries(room.person(), id, place, limit));
    }

    @Override
    public List<FilmEntry> before(EntryCursor place, int limit) {
        return inFilm(reviewSessions.entriesBefore(room.person(), id, place, limit));
    }

    private List<FilmEntry> inFilm(List<EntrySummary> entries) {
        return entries.stream()
                .map(entry -> new FilmEntry(
                        entry.item(),
                        entry.kind(),
                        entry.version(),
                        entry.name(),
                        entry.outcome(),
                        entry.poster(),
                        entry.ownVote(),
                        entry.cursor(),
                        Pages.item(entry.item(), id)))
                .toList();
    }
}
