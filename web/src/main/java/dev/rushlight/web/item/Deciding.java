package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import dev.rushlight.hub.HubState;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.people.Identity;
import dev.rushlight.review.Briefing;
import dev.rushlight.review.Cause;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.web.keyboard.ReviewKeys;
import dev.rushlight.web.live.HubsAtAGlance;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything on an item's page that has to do with deciding, wired together: the page only says what is on the screen. */
final class Deciding {

    private final DecisionDesks desks;
    private final Room room;
    private final HubsAtAGlance hubs;
    private final Clock clock;

    private final Notices notices = new Notices();
    private final DecisionPanel panel = new DecisionPanel();
    private final DeliveryLine delivery;
    private final OutcomeCard outcome;
    private final Voting voting;
    private final Acting acting;
    private final Course course;
    private final GoOn goOn = new GoOn();

    Deciding(DecisionDesks desks, ReviewItems items, Room room, HubsAtAGlance hubs, Clock clock) {
        this.desks = desks;
        this.room = room;
        this.hubs = hubs;
        this.clock = clock;
        delivery = new DeliveryLine(room::refresh);
        voting = new Voting(desks.reviews(), room, panel, notices, clock);
        acting = new Acting(desks, room, notices, clock);
        outcome = new OutcomeCard(acting.menu(), delivery);
        course = new Course(desks.queue(), desks.reviewSessions(), items, room, notices);
        panel.add(goOn);
        panel.addVoteListener(vote -> {
            if (voting.vote(vote.choice(), vote.reason()) && goOn.getValue()) {
                course.goOn();
            }
        });
        panel.addTakenBackListener(back -> voting.takeBack());
        panel.keys().addWalkListener(step -> course.go(step.isForward()));
    }

    Notices notices() {
        return notices;
    }

    /** The way to the other items. */
    Course course() {
        return course;
    }

    /** For the column beside what is looked at. */
    List<Component> panels() {
        return List.of(outcome, panel);
    }

    /** Where the votes are. */
    Component decision() {
        return panel;
    }

    /** Somebody came to the item, perhaps from another. */
    void enter() {
        notices.clear();
        course.enter();
        panel.turnTo(voting.draft());
    }

    void show() {
        var version = room.version();
        var person = room.person();
        var briefing = desks.briefings()
                .brief(person, room.item().id(), version.number())
                .orElseGet(Deciding::nothingToSay);
        outcome.show(version, briefing, room.person().role());
        acting.show(briefing, person);
        showDelivery(person);
        showPanel(briefing, person);
    }

    /** Gone since it was read. */
    private static Briefing nothingToSay() {
        return new Briefing("", true, true, List.of(), Set.of(), List.of());
    }

    /** Says that a newer version came; true if it should be on the screen at once, because nobody is busy with the old. */
    boolean followsTo(ReviewItemDetail before, ReviewItemDetail after, int shown) {
        var wasCurrent = shown == before.currentVersion();
        var writes = !panel.typed().isBlank() || room.isWriting();
        var busy = !before.outcome().isVerdict() || writes;
        if (wasCurrent && !busy) {
            notices.say(
                    Symbol.SUPERSEDED,
                    Tone.BUSY,
                    "v%d arrived just now; you are looking at it.".formatted(after.currentVersion()));
            return true;
        }
        notices.say(
                Symbol.SUPERSEDED,
                Tone.CARE,
                "v%d arrived while you were looking at v%d.%s"
                        .formatted(after.currentVersion(), shown, writes ? " What you typed is kept." : ""),
                voting.toCurrent());
        return false;
    }

    /** Says what others voted while this person was writing. */
    void heardVotes(List<VoteDetail> before, List<VoteDetail> after) {
        if (panel.typed().isBlank()) {
            return;
        }
        var me = room.person().id();
        after.stream()
                .filter(vote -> !vote.voter().equals(me) && vote.inForce())
                .filter(vote -> before.stream().noneMatch(old -> old.id().equals(vote.id())))
                .forEach(vote -> notices.say(
                        Appearance.of(vote.choice()).symbol(),
                        Tone.CARE,
                        "%s voted “%s” while you were writing. What you typed is kept."
                                .formatted(
                                        vote.displayName(),
                                        Appearance.of(vote.choice()).word())));
    }

    private void showDelivery(Identity person) {
        var item = room.item();
        var told = lastTold(item);
        delivery.show(told.flatMap(DecisionDetail::delivery), item.connectionName(), hubOf(item), clock.instant());
        told.ifPresent(decision -> {
            if (!Voting.isHeld(decision)) {
                voting.settled(decision);
            } else if (decision.cause() == Cause.VOTE && decision.actor().id().equals(person.id())) {
                var undo = voting.undoing(decision);
                var again = new Button("Undo", new Glyph(Symbol.UNDO), click -> undo.run());
                again.addClassName("undo");
                ReviewKeys.hint(again, KeyAction.UNDO_LAST);
                delivery.add(again);
            }
        });
    }

    private Optional<HubState> hubOf(ReviewItemDetail item) {
        return hubs.hubs().stream()
                .filter(known -> known.id().equals(item.connection()))
                .map(HubsAtAGlance.Hub::state)
                .findAny();
    }

    private Optional<DecisionDetail> lastTold(ReviewItemDetail item) {
        return item.decisions().stream()
                .filter(decision -> decision.version() == room.version().number())
                .filter(decision -> decision.delivery().isPresent())
                .findFirst();
    }

    private void showPanel(Briefing briefing, Identity person) {
        var item = room.item();
        var version = room.version();
        var isClosed = version.outcome().isClosed();
        panel.mark(version.voteOf(person.id()), !isClosed);
        if (!person.role().mayVote()) {
            panel.close("Your role is viewer: you can look, but not vote.");
        } else if (version.number() != item.currentVersion()) {
            panel.close("Votes count on the current version only, and that is v%d.".formatted(item.currentVersion()));
        } else if (isClosed) {
            panel.close("This version takes no votes any more: it is %s."
                    .formatted(Appearance.of(version.outcome()).word().toLowerCase(Locale.ROOT)));
        } else {
            panel.open("%s v%d".formatted(item.id(), version.number()), new VoteRules(version, briefing));
        }
    }
}
