package dev.rushlight.web.guest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rushlight.policy.Choice;
import dev.rushlight.reviewsession.GuestItem;
import dev.rushlight.web.keyboard.DecideKeys;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Glyph;
import java.util.List;

/** What a guest decides, and why; what was typed stays until it was heard. */
final class GuestVotePanel extends Section {

    /** Takes the vote, or answers why not. */
    @FunctionalInterface
    interface Cast {
        String vote(Choice choice, String reason);
    }

    private static final List<Choice> CHOICES =
            List.of(Choice.APPROVE, Choice.APPROVE_WITH_NOTES, Choice.REQUEST_CHANGES, Choice.REJECT);
    private static final int LONGEST_REASON = 10_000;

    private final Cast cast;
    private final Div said = new Div();
    private final Div closed = new Div();
    private final TextArea reason = new TextArea("Reason");
    private final Div buttons = new Div();
    private final DecideKeys keys;

    GuestVotePanel(Cast cast) {
        this.cast = cast;
        setId("guest-vote");
        addClassNames("panel", "guest-card");
        said.addClassName("guest-said");
        said.getElement().setAttribute("role", "status");
        closed.addClassName("soft");
        reason.setId("guest-reason");
        reason.setWidthFull();
        reason.setMinRows(2);
        reason.setMaxLength(LONGEST_REASON);
        reason.setManualValidation(true);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        keys = new DecideKeys(reason);
        keys.addVerdictListener(this::heard);
        buttons.addClassName("guest-votes");
        CHOICES.forEach(choice -> buttons.add(button(choice)));
        add(new H2("Your decision"), said, closed, reason, buttons, keys);
    }

    void show(GuestItem item) {
        said.removeAll();
        item.ownVote()
                .ifPresent(own -> said.add(
                        new Span("You said "),
                        new Badge(Appearance.of(own.choice())),
                        new Span(" "),
                        new Ago(own.castAt())));
        said.setVisible(item.ownVote().isPresent());
        allow(item.takesVotes(), "This version takes no votes any more.");
        keys.listenFor(item.takesVotes() ? subject(item) : "", Choice::needsReason);
    }

    private static String subject(GuestItem item) {
        return "%s v%d".formatted(item.item(), item.version());
    }

    /** Takes no votes any more; what is typed stays to be copied. */
    void close(String why) {
        setVisible(isTyped());
        allow(false, why);
        keys.listenFor("", choice -> false);
    }

    private void allow(boolean votes, String why) {
        closed.setText(why);
        closed.setVisible(!votes);
        buttons.setVisible(votes);
        reason.setReadOnly(!votes);
        reason.setHelperText(votes ? "Needed for everything but Approve" : "");
        reason.setVisible(votes || isTyped());
    }

    boolean isTyped() {
        return !reason.getValue().isBlank();
    }

    private Button button(Choice choice) {
        var appearance = Appearance.of(choice);
        var button = new Button(appearance.word(), new Glyph(appearance.symbol()));
        button.setId("guest-" + DecideKeys.action(choice));
        button.addClassName(appearance.tone().styleClass());
        button.getElement().setAttribute("data-action", DecideKeys.action(choice));
        button.addClickListener(click -> vote(choice, reason.getValue()));
        return button;
    }

    private void heard(DecideKeys.Verdict verdict) {
        keys.settle();
        if (keys.isAbout(verdict)) {
            verdict.choice().filter(CHOICES::contains).ifPresent(choice -> {
                reason.setValue(verdict.reason());
                vote(choice, verdict.reason());
            });
        }
    }

    private void vote(Choice choice, String typed) {
        if (choice.needsReason() && typed.isBlank()) {
            keys.arm(choice);
            complain("%s needs a reason: write what and where"
                    .formatted(Appearance.of(choice).word()));
            return;
        }
        keys.disarm();
        var complaint = cast.vote(choice, typed.strip());
        if (complaint.isEmpty()) {
            reason.clear();
            reason.setInvalid(false);
            reason.blur();
        } else {
            complain(complaint);
        }
    }

    private void complain(String about) {
        reason.setErrorMessage(about);
        reason.setInvalid(true);
        reason.focus();
    }
}
