package dev.rushlight.web.item;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.shared.Registration;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.web.keyboard.DecideKeys;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The five votes and the reason; it keeps what was typed until a vote with it was taken. */
@CssImport("./rush/room/decide.css")
final class DecisionPanel extends Section {

    private static final int LONGEST_REASON = 10_000;
    private final TextArea reason = reasonField();
    private final Map<Choice, Button> buttons = new EnumMap<>(Choice.class);
    private final Paragraph why = new Paragraph();
    private final Div remarks = new Div();
    private final OwnVote own = new OwnVote(() -> fireEvent(new VoteTakenBack(this)));
    private final DecideKeys keys = new DecideKeys(reason);
    private final Draft draft = new Draft(reason);
    private Predicate<Choice> needsReason = Choice::needsReason;
    private String helper = "";
    private Optional<Choice> waiting = Optional.empty();

    DecisionPanel() {
        addClassNames("panel", "decision-panel");
        reason.addValueChangeListener(change -> {
            reason.setInvalid(false);
            showReason();
        });
        why.addClassName("decision-why");
        why.setVisible(false);
        remarks.addClassName("decision-remarks");
        var row = new Div();
        row.addClassName("votes");
        for (var choice : Choice.values()) {
            var button = button(choice);
            buttons.put(choice, button);
            row.add(button);
        }
        keys.addVerdictListener(this::heard);
        keys.addArmedListener(armed -> prompt(armed.choice()));
        add(new H2("Your decision"), own, why, remarks, reason, row, keys, draft);
    }

    Registration addVoteListener(ComponentEventListener<VoteCast> listener) {
        return addListener(VoteCast.class, listener);
    }

    Registration addTakenBackListener(ComponentEventListener<VoteTakenBack> listener) {
        return addListener(VoteTakenBack.class, listener);
    }

    DecideKeys keys() {
        return keys;
    }

    /** Turns to another item or person; what they typed here before comes back. */
    void turnTo(String name) {
        reason.clear();
        keys.disarm();
        prompt(Optional.empty());
        draft.open(name);
    }

    /** Takes votes on this, under these rules. */
    void open(String subject, VoteRules rules) {
        needsReason = rules::needsReason;
        helper = rules.aboutTheReason();
        prompt(waiting);
        keys.listenFor(subject, needsReason);
        remarks.removeAll();
        rules.remarks().forEach(remark -> remarks.add(new Paragraph(remark)));
        remarks.setVisible(remarks.getComponentCount() > 0);
        buttons.get(Choice.ABSTAIN).setVisible(rules.allows(Choice.ABSTAIN));
        setClassName("asked", rules.isAsked());
        allow(true, "");
    }

    /** Takes no votes, and says why. */
    void close(String because) {
        keys.listenFor("", choice -> false);
        remarks.setVisible(false);
        setClassName("asked", false);
        allow(false, because);
    }

    /** The vote of this person that stands, so that its button shows it. */
    void mark(Optional<VoteDetail> vote, boolean mayTakeBack) {
        var choice = vote.filter(VoteDetail::inForce).map(VoteDetail::choice);
        buttons.forEach((one, button) -> {
            var isOwn = choice.filter(one::equals).isPresent();
            button.getElement().setAttribute("aria-pressed", Boolean.toString(isOwn));
            button.setClassName("own", isOwn);
        });
        own.show(vote, mayTakeBack);
    }

    void complain(String about) {
        reason.setErrorMessage(about);
        reason.setInvalid(true);
        reason.focus();
    }

    String typed() {
        return reason.getValue();
    }

    void type(String text) {
        reason.setValue(text);
    }

    /** What was typed is part of a vote now. */
    void taken() {
        type("");
        draft.forget();
        prompt(Optional.empty());
    }

    /** Keeps a text for when this person comes back to another item. */
    void keep(String name, String text) {
        draft.keep(name, text);
    }

    private static TextArea reasonField() {
        var reason = new TextArea("Reason");
        reason.setId("reason");
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setMaxRows(10);
        reason.setMaxLength(LONGEST_REASON);
        reason.setManualValidation(true);
        reason.setPlaceholder("What should change, and where");
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        return reason;
    }

    private void allow(boolean voting, String because) {
        why.setText(because);
        why.setVisible(!because.isEmpty());
        buttons.values().forEach(button -> button.setEnabled(voting));
        if (voting && reason.isReadOnly()) {
            draft.bring();
        }
        reason.setReadOnly(!voting);
        showReason();
    }

    /** Hidden by the browser alone, where a draft may come back into it. */
    private void showReason() {
        reason.getElement().setAttribute("hidden", reason.isReadOnly() && reason.isEmpty());
    }

    private Button button(Choice choice) {
        var appearance = Appearance.of(choice);
        var button = new Button(appearance.word(), new Glyph(appearance.symbol()));
        button.setId("vote-" + DecideKeys.action(choice));
        button.addClassNames("vote", appearance.tone().styleClass());
        // From this the page's keyboard shows which key it is.
        button.getElement().setAttribute("data-action", DecideKeys.action(choice));
        button.addClickListener(click -> cast(choice, reason.getValue()));
        return button;
    }

    private void heard(DecideKeys.Verdict verdict) {
        keys.settle();
        prompt(Optional.empty());
        if (!buttons.get(Choice.APPROVE).isEnabled()) {
            Toast.show(Symbol.WARNING, Tone.CARE, why.getText());
        } else if (keys.isAbout(verdict)) {
            verdict.choice().filter(choice -> buttons.get(choice).isVisible()).ifPresent(choice -> {
                type(verdict.reason());
                cast(choice, verdict.reason());
            });
        }
    }

    private void cast(Choice choice, String typed) {
        if (needsReason.test(choice) && typed.isBlank()) {
            prompt(Optional.of(choice));
            keys.arm(choice);
            complain("%s needs a reason: write what and where"
                    .formatted(Appearance.of(choice).word()));
            return;
        }
        prompt(Optional.empty());
        keys.disarm();
        fireEvent(new VoteCast(this, choice, typed.strip()));
    }

    /** Says how to go on once a choice waits for its reason. */
    private void prompt(Optional<Choice> choice) {
        waiting = choice;
        reason.setHelperText(choice.map(one -> "Ctrl+Enter sends it: %s. Esc leaves the field."
                        .formatted(Appearance.of(one).word()))
                .orElse(helper));
        buttons.forEach((one, button) ->
                button.setClassName("armed", choice.filter(one::equals).isPresent()));
    }
}
