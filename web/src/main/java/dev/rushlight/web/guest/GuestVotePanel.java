package dev.rushlight.web.guest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rushlight.policy.Choice;
import dev.rushlight.reviewsession.GuestItem;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Glyph;
import java.util.List;
import java.util.Locale;

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

    private final TextArea reason = new TextArea("Reason");

    GuestVotePanel(GuestItem item, Cast cast) {
        setId("guest-vote");
        addClassNames("panel", "guest-card");
        add(new H2("Your decision"));
        item.ownVote().ifPresent(own -> {
            var said = new Div(
                    new Span("You said "),
                    new Badge(Appearance.of(own.choice())),
                    new Span(" "),
                    new Ago(own.castAt()));
            said.addClassName("guest-said");
            add(said);
        });
        if (!item.takesVotes()) {
            var closed = new Div("This version takes no votes any more.");
            closed.addClassName("soft");
            add(closed);
            return;
        }
        reason.setId("guest-reason");
        reason.setWidthFull();
        reason.setMinRows(2);
        reason.setMaxLength(LONGEST_REASON);
        reason.setManualValidation(true);
        reason.setHelperText("Needed for everything but Approve");
        var buttons = new Div();
        buttons.addClassName("guest-votes");
        CHOICES.forEach(choice -> buttons.add(button(choice, cast)));
        add(reason, buttons);
    }

    private Button button(Choice choice, Cast cast) {
        var appearance = Appearance.of(choice);
        var button = new Button(appearance.word(), new Glyph(appearance.symbol()));
        button.setId("guest-" + choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.addClassName(appearance.tone().styleClass());
        button.addClickListener(click -> {
            var complaint = choice.needsReason() && reason.getValue().isBlank()
                    ? "%s needs a reason: write what and where".formatted(appearance.word())
                    : cast.vote(choice, reason.getValue().strip());
            if (!complaint.isEmpty()) {
                reason.setErrorMessage(complaint);
                reason.setInvalid(true);
                reason.focus();
            }
        });
        return button;
    }
}
