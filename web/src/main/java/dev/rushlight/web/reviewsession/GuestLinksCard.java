package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.reviewsession.GuestLinkCursor;
import dev.rushlight.reviewsession.GuestLinkSummary;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Confirm;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The guest links of a review session, newest first: whom each is for, what it opens, and whether it still does. */
final class GuestLinksCard extends Section {

    private static final int PAGE = 20;

    private final BiFunction<Optional<GuestLinkCursor>, Integer, List<GuestLinkSummary>> read;
    private final Consumer<GuestLinkSummary> revoke;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button("Show more", click -> more());
    private final Button inviting;
    private Optional<GuestLinkCursor> reached = Optional.empty();

    GuestLinksCard(
            BiFunction<Optional<GuestLinkCursor>, Integer, List<GuestLinkSummary>> read,
            Runnable invite,
            Consumer<GuestLinkSummary> revoke) {
        this.read = read;
        this.revoke = revoke;
        setId("guest-links");
        addClassNames("panel", "session-card");
        inviting = new Button("Invite a guest", new Glyph(Symbol.PLUS), click -> invite.run());
        inviting.setId("invite-guest");
        var about =
                new Div("A link opens this review session alone, without an account and without what is for the team.");
        about.addClassName("soft");
        list.addClassName("guest-links");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(new H2("Guests"), about, list, more, inviting);
    }

    void show(boolean mayInvite) {
        inviting.setVisible(mayInvite);
        list.removeAll();
        reached = Optional.empty();
        more();
    }

    private void more() {
        var page = read.apply(reached, PAGE);
        page.forEach(link -> {
            list.add(line(link));
            reached = Optional.of(link.cursor());
        });
        more.setVisible(page.size() == PAGE);
    }

    private ListItem line(GuestLinkSummary link) {
        var name = new Span(link.displayName());
        name.addClassName("strong");
        var head = new Div(name, new Badge(state(link)));
        head.addClassName("guest-head");
        var about = new Div(
                new Span(RightWords.of(link.right()) + (link.hasPassphrase() ? " · with a passphrase" : "") + " · "));
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
        about.addClassName("entry-about");
        var line = new ListItem(head, about);
        line.setId("guest-" + link.id());
        if (link.inForce()) {
            var off = new Button(
                    "Revoke",
                    click -> Confirm.ask(
                            "Revoke the link of %s?".formatted(link.displayName()),
                            "It opens nothing any more from then on. What they said stays.",
                            "Revoke",
                            () -> revoke.accept(link)));
            off.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
            head.add(off);
        }
        return line;
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
