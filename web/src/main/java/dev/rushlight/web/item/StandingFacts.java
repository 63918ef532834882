package dev.rushlight.web.item;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.policy.SideState;
import dev.rushlight.review.Aside;
import dev.rushlight.review.OverrideDetail;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.time.Instant;
import java.util.Optional;

/** What has been done to a version over the heads of its reviewers: who did it, since when, and why. */
final class StandingFacts extends Div {

    StandingFacts() {
        addClassName("standing-facts");
    }

    void show(VersionDetail version) {
        removeAll();
        version.aside().filter(aside -> aside.state() != SideState.SUPERSEDED).ifPresent(this::putAside);
        version.override().ifPresent(this::overridden);
        setVisible(getComponentCount() > 0);
    }

    private void putAside(Aside aside) {
        var isHeld = aside.state() == SideState.ON_HOLD;
        fact(
                isHeld ? Symbol.HOLD : Symbol.WITHDRAWN,
                Tone.QUIET,
                "%s by %s; it stood at %s"
                        .formatted(
                                isHeld ? "Held" : "Withdrawn",
                                aside.by(),
                                Appearance.of(aside.from()).word().toLowerCase()),
                aside.at(),
                aside.reason());
    }

    private void overridden(OverrideDetail override) {
        fact(
                Symbol.KEY,
                Tone.CARE,
                "Override by %s: %s"
                        .formatted(
                                override.by(), Appearance.of(override.outcome()).word()),
                override.at(),
                Optional.of(override.reason()));
    }

    private void fact(Symbol symbol, Tone tone, String words, Instant at, Optional<String> reason) {
        var text = new Div(new Span(words), new Span(" · "), new Ago(at));
        text.addClassName("standing-words");
        reason.ifPresent(why -> {
            var said = new Paragraph(why);
            said.addClassName("prose");
            text.add(said);
        });
        var fact = new Div(new Glyph(symbol), text);
        fact.addClassNames("standing-fact", tone.styleClass());
        add(fact);
    }
}
