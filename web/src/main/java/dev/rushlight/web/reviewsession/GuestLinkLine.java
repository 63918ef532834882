package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.GuestLinkSummary;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Confirm;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.Optional;
import java.util.function.Consumer;

/** One guest link; its button stays when it is shown anew, and with it the focus. */
final class GuestLinkLine extends ListItem {

    private final Consumer<GuestLinkSummary> revoke;
    private final Span name = new Span();
    private final Badge state = new Badge(new Appearance("In force", Symbol.APPROVE, Tone.GOOD));
    private final Button off = new Button("Revoke", click -> ask());
    private final Div about = new Div();
    private Optional<GuestLinkSummary> shown = Optional.empty();

    /** @param revoke told of the link once that is confirmed */
    GuestLinkLine(Consumer<GuestLinkSummary> revoke) {
        this.revoke = revoke;
        name.addClassName("strong");
        off.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        var head = new Div(name, state, off);
        head.addClassName("guest-head");
        about.addClassName("entry-about");
        getElement().setAttribute("tabindex", "-1");
        add(head, about);
    }

    void show(GuestLinkSummary link) {
        if (shown.filter(link::equals).isPresent()) {
            return;
        }
        shown = Optional.of(link);
        setId("guest-" + link.id());
        name.setText(link.displayName());
        state.show(state(link));
        off.setVisible(link.inForce());
        about.removeAll();
        about.add(new Span(RightWords.of(link.right()) + (link.hasPassphrase() ? " · with a passphrase" : "") + " · "));
        if (link.revoked().isPresent()) {
            about.add(new Span("revoked "), new Ago(link.revoked().get()));
        } else {
            about.add(new Span(link.inForce() ? "ends " : "ended "), new Ago(link.expires()));
        }
        link.lastUsed()
                .ifPresentOrElse(
                        at -> about.add(new Span(" · last used "), new Ago(at)),
                        () -> about.add(new Span(" · never used")));
        link.email().ifPresent(address -> about.add(new Span(" · " + address)));
    }

    private void ask() {
        shown.ifPresent(link -> Confirm.ask(
                "Revoke the link of %s?".formatted(link.displayName()),
                "It opens nothing any more from then on. What they said stays.",
                "Revoke",
                () -> revoke.accept(link)));
    }

    void focus() {
        getElement().executeJs("this.focus({preventScroll: true})");
    }

    private static Appearance state(GuestLinkSummary link) {
        if (link.revoked().isPresent()) {
            return new Appearance("Revoked", Symbol.ABSTAIN, Tone.QUIET);
        }
        return link.inForce()
                ? new Appearance("In force", Symbol.APPROVE, Tone.GOOD)
                : new Appearance("Ended", Symbol.CLOCK, Tone.QUIET);
    }
}
