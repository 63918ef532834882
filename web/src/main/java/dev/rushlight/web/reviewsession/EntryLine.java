package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.EntrySummary;
import dev.rushlight.reviewsession.Keeping;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Thumb;
import java.util.Locale;

/** One entry of a review session: what it shows, where it stands, and for leads what can be done with it. */
final class EntryLine extends ListItem {

    /** What leads do with an entry. */
    interface Acts {
        void up(EntrySummary entry);

        void down(EntrySummary entry);

        void remove(EntrySummary entry);

        void pin(EntrySummary entry);

        void keepLatest(EntrySummary entry);
    }

    private final EntrySummary entry;
    private final Div buttons = new Div();

    EntryLine(ReviewSessionId session, EntrySummary entry) {
        this.entry = entry;
        setId("entry-" + entry.item());
        addClassName("entry");
        var link = new Anchor(Pages.item(entry.item(), session), entry.name());
        link.addClassName("entry-name");
        var about = new Div("%s · v%d%s"
                .formatted(
                        entry.project(),
                        entry.version(),
                        entry.newerVersion().isPresent()
                                ? ", pinned; v%d is newer"
                                        .formatted(entry.newerVersion().getAsInt())
                                : entry.keeping() == Keeping.PINNED ? ", pinned" : ""));
        about.addClassName("entry-about");
        var what = new Div(link, about);
        what.addClassName("entry-what");
        var state = new Div(new Badge(Appearance.of(entry.outcome())));
        entry.ownVote().ifPresent(own -> {
            var vote = new Span("You: " + Appearance.of(own).word().toLowerCase(Locale.ROOT));
            vote.addClassName("entry-vote");
            state.add(vote);
        });
        state.addClassName("entry-state");
        buttons.addClassName("entry-buttons");
        add(new Thumb(entry.poster(), entry.kind()), what, state, buttons);
    }

    EntrySummary entry() {
        return entry;
    }

    /** Offers everything that can be done. */
    void offer(Acts acts, boolean first, boolean last) {
        var pinned = entry.keeping() == Keeping.PINNED;
        var keeping = new Button(pinned ? "Keep latest" : "Pin v" + entry.version(), click -> {
            if (pinned) {
                acts.keepLatest(entry);
            } else {
                acts.pin(entry);
            }
        });
        keeping.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        keeping.setTooltipText(
                pinned
                        ? "Show the newest version, whichever that is"
                        : "Stay with this version when a newer one comes");
        var up = button("up", "Move %s up", Symbol.UP, () -> acts.up(entry));
        up.setEnabled(!first);
        var down = button("down", "Move %s down", Symbol.DOWN, () -> acts.down(entry));
        down.setEnabled(!last);
        buttons.removeAll();
        buttons.add(keeping, up, down, button("remove", "Take %s out", Symbol.DELETE, () -> acts.remove(entry)));
    }

    /** Puts the focus back where it was before the list was drawn anew. */
    void focus(String button) {
        buttons.getChildren()
                .filter(child ->
                        child.getId().filter(id -> id.startsWith(button + "-")).isPresent())
                .findFirst()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .ifPresent(Button::focus);
    }

    private Button button(String id, String words, Symbol symbol, Runnable act) {
        Component glyph = new Glyph(symbol);
        var button = new Button(glyph, click -> act.run());
        button.setId(id + "-" + entry.item());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(words.formatted(entry.name()));
        button.setTooltipText(words.formatted(entry.name()));
        return button;
    }
}
