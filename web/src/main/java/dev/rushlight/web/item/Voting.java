package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.AbstainingNotAllowed;
import dev.rushlight.review.DecisionDelivery;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVote;
import dev.rushlight.review.ReasonMissing;
import dev.rushlight.review.ReasonTooLong;
import dev.rushlight.review.Request;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.TooLateToUndo;
import dev.rushlight.review.Verdict;
import dev.rushlight.review.VersionClosed;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.review.VoteId;
import dev.rushlight.review.VoteTakenOut;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Casts votes and takes them back; whatever comes in between, what was typed is not lost. */
final class Voting {

    private static final Duration TO_RETURN = Duration.ofSeconds(8);

    private final ReviewDesk desk;
    private final Room room;
    private final DecisionPanel panel;
    private final Notices notices;
    private final Clock clock;
    private final DecisionToast toast = new DecisionToast();

    /** What was voted on, so that it can be taken back from any page. */
    private record Subject(ReviewItemId item, String name, String draft) {}

    Voting(ReviewDesk desk, Room room, DecisionPanel panel, Notices notices, Clock clock) {
        this.desk = desk;
        this.room = room;
        this.panel = panel;
        this.notices = notices;
        this.clock = clock;
    }

    /** Under which name the browser keeps what this person types about the item. */
    String draft() {
        return "reason.%s.%s".formatted(room.item().id(), room.person().id());
    }

    /** True if it was saved. */
    boolean vote(Choice choice, String reason) {
        var number = room.version().number();
        try {
            var verdict = desk.vote(room.person(), room.item().id(), number, choice, reason);
            panel.taken();
            notices.clear();
            room.refresh();
            announce(verdict, choice, reason);
            return true;
        } catch (ReasonMissing | ReasonTooLong wrong) {
            panel.complain(wrong.getMessage());
        } catch (StaleVersion | VersionClosed overtaken) {
            room.refresh();
            if (notices.isEmpty()) {
                notices.say(
                        Symbol.WARNING, Tone.CARE, overtaken.getMessage() + ". What you typed is kept.", toCurrent());
            }
        } catch (NotAllowed | AbstainingNotAllowed refused) {
            room.refresh();
            notices.say(Symbol.WARNING, Tone.BAD, refused.getMessage() + ". What you typed is kept.");
        } catch (NoSuchReviewItem gone) {
            room.refresh();
        }
        return false;
    }

    Button toCurrent() {
        var current = room.item().currentVersion();
        return new Button("Show v" + current, click -> room.choose(current));
    }

    private void announce(Verdict verdict, Choice choice, String reason) {
        var appearance = Appearance.of(choice);
        var what = "%s on %s v%d"
                .formatted(appearance.word(), room.item().name(), room.version().number());
        var held = verdict.decision().flatMap(this::held);
        if (held.isPresent()) {
            var grace = held.get()
                    .delivery()
                    .flatMap(DecisionDelivery::heldUntil)
                    .map(until -> Duration.between(clock.instant(), until))
                    .orElse(Duration.ZERO);
            toast.offerUndo(held.get().id(), appearance, what, grace, undoing(held.get()));
        } else if (verdict.decision().isPresent()) {
            Toast.show(appearance.symbol(), appearance.tone(), what + " – saved");
        } else {
            var words = what
                    + (verdict.late()
                            ? " – saved, but it came after the outcome was final."
                            : " – saved; the outcome stays as it was.");
            own().ifPresentOrElse(
                            vote -> toast.offerTakingBack(appearance, words, takingBack(vote.id(), reason)),
                            () -> Toast.show(appearance.symbol(), appearance.tone(), words));
        }
    }

    private Optional<DecisionDetail> held(DecisionId made) {
        return room.item().decisions().stream()
                .filter(decision -> decision.id().equals(made) && isHeld(decision))
                .findFirst();
    }

    static boolean isHeld(DecisionDetail decision) {
        return decision.delivery()
                .filter(known -> known.state() == DeliveryState.HELD)
                .isPresent();
    }

    private Optional<VoteDetail> own() {
        return room.version().voteOf(room.person().id());
    }

    /** Takes a decision back while nobody outside has heard of it. */
    Runnable undoing(DecisionDetail decision) {
        var subject = subject();
        return () -> {
            toast.close();
            try {
                desk.undo(room.person(), decision.id());
                undone("Undone; nothing was published.", subject, decision.reason());
            } catch (TooLateToUndo | NotAllowed tooLate) {
                Toast.show(Symbol.WARNING, Tone.CARE, tooLate.getMessage() + ".");
            }
            refresh(subject);
        };
    }

    /** Takes one's own vote back; if the hub knows of what it led to, it is told what follows. */
    void takeBack() {
        own().ifPresent(vote -> takingBack(vote.id(), vote.reason().orElse("")).run());
    }

    private Runnable takingBack(VoteId vote, String reason) {
        var subject = subject();
        return () -> {
            toast.close();
            try {
                desk.revoke(room.person(), vote, "", Request.plain());
                undone("Your vote is taken back.", subject, Optional.of(reason));
            } catch (VersionClosed | VoteTakenOut | NoSuchVote | NotAllowed tooLate) {
                Toast.show(Symbol.WARNING, Tone.CARE, tooLate.getMessage() + ".");
            }
            refresh(subject);
        };
    }

    private Subject subject() {
        return new Subject(room.item().id(), room.item().name(), draft());
    }

    private void undone(String words, Subject subject, Optional<String> typed) {
        if (isHere(subject)) {
            Toast.show(Symbol.UNDO, Tone.QUIET, words);
            if (panel.typed().isBlank()) {
                typed.ifPresent(panel::type);
            }
        } else {
            typed.ifPresent(text -> panel.keep(subject.draft(), text));
            var back = new Button("Show " + subject.name());
            back.setId("show-undone");
            var said = Toast.show(Symbol.UNDO, Tone.QUIET, TO_RETURN, words, back);
            back.addClickListener(click -> {
                said.close();
                room.open(subject.item());
            });
        }
    }

    private void refresh(Subject subject) {
        if (isHere(subject)) {
            room.refresh();
        }
    }

    private boolean isHere(Subject subject) {
        return panel.isAttached() && room.item().id().equals(subject.item());
    }

    /** Nothing is left to be undone of these decisions, whoever made them. */
    void settled(DecisionDetail decision) {
        toast.close(decision.id());
    }
}
