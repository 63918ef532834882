package dev.rushlight.web.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import dev.rushlight.policy.Choice;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hears the actions that keys stand for, as far as they decide or go on to another item. A choice that needs a reason puts
 * the cursor into its field first, in the browser alone, so that nothing that is typed at once gets lost.
 */
@Tag("rush-decide")
@JsModule("./rush/room/decide.ts")
public final class DecideKeys extends Component {

    private String subject = "";

    /** Hears only who wants to go on to another item. */
    public DecideKeys() {}

    /** @param field in which reasons are typed */
    public DecideKeys(Component field) {
        getElement().setAttribute("field", field.getId().orElseThrow());
    }

    /**
     * Listens for votes on this, and for no others: a key that was pressed for what was on the screen a moment ago is not
     * taken for what is there now.
     */
    public void listenFor(String what, Predicate<Choice> needsReason) {
        subject = what;
        getElement().setAttribute("subject", what);
        getElement()
                .setAttribute(
                        "needs",
                        Stream.of(Choice.values())
                                .filter(needsReason)
                                .map(DecideKeys::action)
                                .collect(Collectors.joining(" ")));
    }

    public boolean isAbout(Verdict verdict) {
        return verdict.subject().equals(subject);
    }

    /** The next Ctrl+Enter in the field means this choice. */
    public void arm(Choice choice) {
        getElement().callJsFunction("arm", action(choice));
    }

    public void disarm() {
        getElement().callJsFunction("disarm");
    }

    /** A vote has been dealt with, and another key may be heard. */
    public void settle() {
        getElement().callJsFunction("settle");
    }

    public Registration addVerdictListener(ComponentEventListener<Verdict> listener) {
        return addListener(Verdict.class, listener);
    }

    public Registration addArmedListener(ComponentEventListener<Armed> listener) {
        return addListener(Armed.class, listener);
    }

    public Registration addWalkListener(ComponentEventListener<Walking> listener) {
        return addListener(Walking.class, listener);
    }

    public static String action(Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Choice> choice(String action) {
        return Stream.of(Choice.values())
                .filter(choice -> action(choice).equals(action))
                .findFirst();
    }

    /** A key was pressed that votes, and whatever the vote needs was typed. */
    @DomEvent("verdict")
    public static final class Verdict extends ComponentEvent<DecideKeys> {

        private final String action;
        private final String subject;
        private final String reason;

        public Verdict(
                DecideKeys source,
                boolean fromClient,
                @EventData("event.detail.action") String action,
                @EventData("event.detail.subject") String subject,
                @EventData("event.detail.reason") String reason) {
            super(source, fromClient);
            this.action = action;
            this.subject = subject;
            this.reason = reason;
        }

        public Optional<Choice> choice() {
            return DecideKeys.choice(action);
        }

        public String subject() {
            return subject;
        }

        public String reason() {
            return reason;
        }
    }

    /** A key was pressed that votes, and the cursor waits for the reason. */
    @DomEvent("armed")
    public static final class Armed extends ComponentEvent<DecideKeys> {

        private final String action;

        public Armed(DecideKeys source, boolean fromClient, @EventData("event.detail.action") String action) {
            super(source, fromClient);
            this.action = action;
        }

        /** Nothing if it waits no more. */
        public Optional<Choice> choice() {
            return DecideKeys.choice(action);
        }
    }

    /** The next item is wanted, or the one before. */
    @DomEvent("walk")
    public static final class Walking extends ComponentEvent<DecideKeys> {

        private final boolean forward;

        public Walking(DecideKeys source, boolean fromClient, @EventData("event.detail.forward") boolean forward) {
            super(source, fromClient);
            this.forward = forward;
        }

        public boolean isForward() {
            return forward;
        }
    }
}
