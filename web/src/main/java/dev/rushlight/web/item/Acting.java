package dev.rushlight.web.item;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonKind;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.AlreadyOnHold;
import dev.rushlight.review.Briefing;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVote;
import dev.rushlight.review.NotOnHold;
import dev.rushlight.review.NothingToReopen;
import dev.rushlight.review.Power;
import dev.rushlight.review.Request;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.VersionClosed;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.review.VoteStanding;
import dev.rushlight.review.VoteTakenOut;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What somebody may do beside voting: acts upon the outcome, the votes and the version itself, each with its reason, and
 * letting somebody else vote. Only what they may do just now is offered.
 */
final class Acting {

    private final DecisionDesks desks;
    private final Room room;
    private final Notices notices;
    private final Clock clock;
    private final MenuBar menu = new MenuBar();
    private Optional<Offer> offered = Optional.empty();

    private record Offer(Set<Power> powers, boolean mayDelegate) {}

    Acting(DecisionDesks desks, Room room, Notices notices, Clock clock) {
        this.desks = desks;
        this.room = room;
        this.notices = notices;
        this.clock = clock;
        menu.setId("acts");
        menu.addClassName("acts");
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
    }

    MenuBar menu() {
        return menu;
    }

    /** Leaves the menu as it is, perhaps open, unless there is something else to offer. */
    void show(Briefing briefing, Identity person) {
        var offer = new Offer(briefing.powers(), person.role().mayVote() && person.kind() == PersonKind.HUMAN);
        if (offered.filter(offer::equals).isPresent()) {
            return;
        }
        offered = Optional.of(offer);
        menu.removeAll();
        menu.setVisible(offer.mayDelegate() || !offer.powers().isEmpty());
        if (menu.isVisible()) {
            fill(offer);
        }
    }

    private void fill(Offer offer) {
        var root = menu.addItem("More");
        root.addComponentAsFirst(new Glyph(Symbol.MENU));
        root.setAriaLabel("More to do with this version");
        var items = root.getSubMenu();
        for (var power : Power.values()) {
            if (offer.powers().contains(power)) {
                items.addItem(words(power), click -> begin(power))
                        .setId("act-" + power.name().toLowerCase(Locale.ROOT));
            }
        }
        if (offer.mayDelegate()) {
            if (!offer.powers().isEmpty()) {
                items.addSeparator();
            }
            items.addItem("Let somebody vote for me…", click -> delegate()).setId("act-delegate");
        }
    }

    private static String words(Power power) {
        return switch (power) {
            case OVERRIDE -> "Set the outcome…";
            case DISMISS -> "Dismiss a vote…";
            case REOPEN -> "Reopen…";
            case HOLD -> "Hold…";
            case RESUME -> "Resume…";
            case WITHDRAW -> "Withdraw this version…";
        };
    }

    private void begin(Power power) {
        var item = room.item();
        var id = item.id();
        var number = room.version().number();
        var what = "%s v%d".formatted(item.name(), number);
        var desk = desks.supervision();
        switch (power) {
            case OVERRIDE -> override(what);
            case DISMISS -> dismiss(what);
            case REOPEN ->
                ask(
                        "Reopen " + what,
                        "A new round begins. What was said before stays to be seen, and counts no more.",
                        "Reopen",
                        true,
                        why -> desk.reopen(room.person(), id, number, why, Request.plain()));
            case HOLD ->
                ask(
                        "Hold " + what,
                        "Nothing is decided until somebody resumes it. Votes are kept.",
                        "Hold",
                        true,
                        why -> desk.hold(room.person(), id, number, why, Request.plain()));
            case RESUME ->
                ask(
                        "Resume " + what,
                        "It stands where the votes say.",
                        "Resume",
                        false,
                        why -> desk.resume(room.person(), id, number, why, Request.plain()));
            case WITHDRAW ->
                ask(
                        "Withdraw " + what,
                        "It takes no votes any more. The item stays, and goes on with its next version.",
                        "Withdraw",
                        true,
                        why -> desk.withdraw(room.person(), id, number, why, Request.plain()));
        }
    }

    private void override(String what) {
        var id = room.item().id();
        var number = room.version().number();
        var outcome = choice(
                "override-outcome",
                "Outcome",
                Stream.of(Outcome.values()).filter(Outcome::isVerdict).toList());
        outcome.setItemLabelGenerator(one -> Appearance.of(one).word());
        new ReasonDialog(
                        "Set the outcome of " + what,
                        "It holds whatever anybody votes, until somebody reopens the version.",
                        "Set the outcome",
                        true,
                        why -> act(() -> desks.supervision()
                                .override(room.person(), id, number, outcome.getValue(), why, Request.plain())))
                .choosing(outcome)
                .open();
    }

    private void dismiss(String what) {
        var votes = room.version().votes().stream()
                .filter(vote -> vote.inForce() || vote.standing() == VoteStanding.LATE)
                .filter(vote -> !vote.voter().equals(room.person().id()))
                .toList();
        if (votes.isEmpty()) {
            room.refresh();
            return;
        }
        RadioButtonGroup<VoteDetail> vote = choice("dismiss-vote", "Vote", votes);
        vote.setItemLabelGenerator(one -> "%s: %s"
                .formatted(one.displayName(), Appearance.of(one.choice()).word()));
        new ReasonDialog(
                        "Dismiss a vote on " + what,
                        "It counts no more, and stays to be seen, struck through, with your reason.",
                        "Dismiss the vote",
                        true,
                        why -> act(() -> desks.supervision()
                                .dismiss(room.person(), vote.getValue().id(), why, Request.plain())))
                .choosing(vote)
                .open();
    }

    private static <T> RadioButtonGroup<T> choice(String id, String label, List<T> all) {
        var group = new RadioButtonGroup<T>(label);
        group.setId(id);
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItems(all);
        group.setValue(all.get(0));
        return group;
    }

    private void ask(String title, String what, String verb, boolean isNeeded, Consumer<String> act) {
        new ReasonDialog(title, what, verb, isNeeded, why -> act(() -> act.accept(why))).open();
    }

    /** What stands in the way is told on the page; the dialog is closed then, because it asks about something gone. */
    private void act(Runnable act) {
        try {
            act.run();
            notices.clear();
            room.refresh();
            Toast.show(
                    Symbol.APPROVE,
                    Tone.GOOD,
                    "Saved: %s."
                            .formatted(Appearance.of(room.version().outcome())
                                    .word()
                                    .toLowerCase(Locale.ROOT)));
        } catch (NotAllowed
                | StaleVersion
                | VersionClosed
                | AlreadyOnHold
                | NotOnHold
                | NothingToReopen
                | NoSuchVote
                | VoteTakenOut
                | NoSuchReviewItem overtaken) {
            room.refresh();
            notices.say(Symbol.WARNING, Tone.CARE, overtaken.getMessage() + ".");
        }
    }

    private void delegate() {
        UI.getCurrent().getPage().retrieveExtendedClientDetails(details -> {
            var zone = ZoneId.of(details.getTimeZoneId());
            new DelegateDialog(desks.delegations(), room.person(), clock, zone, room::refresh).open();
        });
    }
}
