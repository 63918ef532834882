package dev.rushlight.web.guest;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.AbstainingNotAllowed;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.ReasonMissing;
import dev.rushlight.review.ReasonTooLong;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.VersionClosed;
import dev.rushlight.reviewsession.GuestItem;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.GuestReviewSession;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.reviewsession.GuestSight;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.filmstrip.Filmstrip;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.note.NotesPanel;
import dev.rushlight.web.note.Subject;
import java.time.Duration;
import java.util.List;

/**
 * One version as a guest looks at it, speaks of it and votes on it. It follows what happens to the version, for as long as
 * the review session shows it; should that end while something is being typed, the typed text stays to be copied.
 */
final class GuestRoom extends Div implements GuestNotes.End {

    /** What is shown instead of this room. */
    interface Door {

        /** The item, with whatever version the review session shows now. */
        void again(String notice);

        void nowhere();
    }

    private static final Duration PACE = Duration.ofSeconds(1);

    private final GuestDesks desks;
    private final GuestPass pass;
    private final GuestItem item;
    private final Door door;
    private final GuestTitle title;
    private final GuestWalk walk;
    private final Div notices = new Div();
    private final GuestNotes access;
    private final NotesPanel notes;
    private final GuestVotePanel vote = new GuestVotePanel(this::vote);
    private final GuestLooking looking;
    private final Subject subject;

    /** Nothing can be read here any more, or only of another version. */
    private boolean ended;

    /**
     * Shows the item.
     *
     * @param bar stays on the page when another item comes, as does the strip
     */
    GuestRoom(
            GuestDesks desks,
            GuestPass pass,
            GuestReviewSession session,
            GuestItem item,
            GuestWayBar bar,
            Filmstrip strip,
            Door door) {
        this.desks = desks;
        this.pass = pass;
        this.item = item;
        this.door = door;
        var comments = session.right().includes(GuestRight.COMMENT);
        title = new GuestTitle(item);
        walk = new GuestWalk(desks.guests(), pass, item.item(), bar, strip, this::over);
        access = new GuestNotes(desks.feedback(), desks.files(), pass, this);
        subject = new Subject(
                pass.guest(), comments, item.item(), item.kind(), item.version(), number -> false, this::media);
        notes = new NotesPanel(access, desks.live(), desks.background(), desks.installation(), desks.clock());
        looking = new GuestLooking(
                item,
                pass.guest(),
                comments,
                notes,
                new GuestLines(access, subject, comments),
                desks.live(),
                desks.background());
        notices.addClassName("banners");
        var side = new Div();
        side.addClassName("guest-side");
        if (session.right().includes(GuestRight.DECIDE)) {
            side.add(vote);
        }
        side.add(notes);
        var body = new Div(looking, side);
        body.addClassName("guest-body");
        var main = new Main(title, notices, body);
        main.addClassName("guest-page");
        add(main, new GuestKeys(item.kind(), session.right()), walk.keys());
        fill();
    }

    private void fill() {
        walk.enter();
        vote.show(item);
        looking.show();
        notes.show(subject);
        showPins();
    }

    /** Whether something else has been shown instead already. */
    boolean hasEnded() {
        return ended;
    }

    void say(Symbol symbol, Tone tone, String text, Component... actions) {
        notices.removeAll();
        notices.add(new Banner(symbol, tone, text, actions));
    }

    private List<Media> media(int version) {
        return item.content() instanceof MediaContent shown ? shown.media() : List.of();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<Object>(attach.getUI(), desks.background(), PACE, ids -> follow());
        var pins = new Coalesced<Object>(attach.getUI(), desks.background(), access.pace(), ids -> showPins());
        var stopItem = desks.live().onReviewItem(id -> {
            if (id.equals(item.item())) {
                changes.accept(id);
            }
        });
        var stopSession = desks.live().onReviewSession(id -> {
            if (id.equals(pass.reviewSession())) {
                changes.accept(id);
            }
        });
        var stopNotes = desks.live().onNotes(id -> {
            if (id.equals(item.item())) {
                pins.accept(id);
            }
        });
        addDetachListener(detach -> {
            stopItem.run();
            stopSession.run();
            stopNotes.run();
            detach.unregisterListener();
        });
        // What happened since the item was read, while nobody listened yet, would never appear.
        changes.accept(item.item());
    }

    private void showPins() {
        if (!ended) {
            looking.pins(access.pins(new GuestSight(pass, item.item(), item.version())));
        }
    }

    private void follow() {
        if (ended) {
            return;
        }
        try {
            var now = desks.guests().item(pass, item.item());
            if (now.version() != item.version()) {
                outdated();
                return;
            }
            title.show(now);
            vote.show(now);
            walk.refresh();
        } catch (LinkLeadsNowhere nowhere) {
            over();
        } catch (TooManyGuestActs tooMany) {
            say(Symbol.CLOCK, Tone.CARE, tooMany.getMessage() + ". Until then this page may be behind.");
        }
    }

    @Override
    public void over() {
        if (ended) {
            return;
        }
        ended = true;
        if (!isBusy()) {
            door.nowhere();
            return;
        }
        var why = "Your link opens nothing any more. What you typed is still here: copy it before you leave this page.";
        looking.close();
        walk.close();
        notes.close("Your link opens nothing any more.");
        vote.close("Your link opens nothing any more.");
        say(Symbol.WARNING, Tone.CARE, why);
    }

    @Override
    public void outdated() {
        if (ended) {
            return;
        }
        ended = true;
        if (isBusy()) {
            var show = new Button("Show the newer version", click -> door.again(""));
            show.setId("show-newer");
            say(
                    Symbol.SUPERSEDED,
                    Tone.CARE,
                    "A newer version arrived while you were writing. Copy what you typed before you go on to it.",
                    show);
        } else {
            door.again("A newer version arrived just now; you are looking at it.");
        }
    }

    private boolean isBusy() {
        return notes.isWriting() || looking.isTyping() || vote.isTyped();
    }

    /** Answers why the vote cannot be taken; what was typed stays then. */
    private String vote(Choice choice, String reason) {
        try {
            desks.guests().vote(pass, item.item(), item.version(), choice, reason);
            follow();
            return "";
        } catch (LinkLeadsNowhere nowhere) {
            over();
            return "Your link opens nothing any more.";
        } catch (StaleVersion stale) {
            outdated();
            return "There is a newer version by now.";
        } catch (ReasonMissing
                | ReasonTooLong
                | VersionClosed
                | AbstainingNotAllowed
                | NotAllowed
                | TooManyGuestActs refused) {
            return refused.getMessage() + ".";
        }
    }
}
