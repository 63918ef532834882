package dev.rushlight.web.guest;

import com.vaadin.flow.component.UI;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.GuestDesk;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.filmstrip.Film;
import dev.rushlight.web.filmstrip.FilmEntry;
import dev.rushlight.web.filmstrip.Filmstrip;
import dev.rushlight.web.keyboard.DecideKeys;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.util.List;
import java.util.Optional;

/** How a guest goes from item to item: by the line at the top, by the strip along the lower edge, or by keys. */
final class GuestWalk implements Film {

    private final GuestDesk guests;
    private final GuestPass pass;
    private final ReviewItemId item;
    private final GuestWayBar bar;
    private final Filmstrip strip;
    private final Runnable over;
    private final DecideKeys keys = new DecideKeys();

    /** @param over told when the link opens nothing any more */
    GuestWalk(GuestDesk guests, GuestPass pass, ReviewItemId item, GuestWayBar bar, Filmstrip strip, Runnable over) {
        this.guests = guests;
        this.pass = pass;
        this.item = item;
        this.bar = bar;
        this.strip = strip;
        this.over = over;
        keys.addWalkListener(step -> go(step.isForward()));
    }

    DecideKeys keys() {
        return keys;
    }

    /** The item is on the page from now on. */
    void enter() {
        var way = guests.way(pass, item);
        bar.show(way, this::go);
        strip.enter(this, item, Optional.of(way.here()));
    }

    void refresh() {
        bar.show(guests.way(pass, item), this::go);
        strip.refresh();
    }

    /** Leads nowhere any more. */
    void close() {
        bar.setVisible(false);
        strip.clear();
    }

    private void go(boolean forward) {
        asked(() -> {
            var here = guests.way(pass, item);
            (forward ? here.next() : here.previous())
                    .map(GuestItemSummary::item)
                    .ifPresentOrElse(
                            other -> UI.getCurrent().navigate(Pages.guestItem(other)),
                            () -> Toast.show(
                                    Symbol.SESSION,
                                    Tone.QUIET,
                                    forward ? "This is the last one." : "This is the first one."));
        });
    }

    @Override
    public ReviewSessionId id() {
        return pass.reviewSession();
    }

    @Override
    public List<FilmEntry> after(Optional<EntryCursor> place, int limit) {
        return inFilm(guests.items(pass, place, limit));
    }

    @Override
    public List<FilmEntry> before(EntryCursor place, int limit) {
        return inFilm(guests.itemsBefore(pass, place, limit));
    }

    @Override
    public void asked(Runnable reading) {
        try {
            reading.run();
        } catch (LinkLeadsNowhere nowhere) {
            over.run();
        } catch (TooManyGuestActs tooMany) {
            Toast.show(Symbol.CLOCK, Tone.CARE, tooMany.getMessage() + ".");
        }
    }

    private static List<FilmEntry> inFilm(List<GuestItemSummary> items) {
        return items.stream()
                .map(item -> new FilmEntry(
                        item.item(),
                        item.kind(),
                        item.version(),
                        item.name(),
                        item.outcome(),
                        item.poster(),
                        item.ownVote(),
                        item.cursor(),
                        Pages.guestItem(item.item())))
                .toList();
    }
}
