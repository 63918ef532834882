package dev.rushlight.web.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.hub.HubState;
import dev.rushlight.web.live.HubsAtAGlance.Hub;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.List;

/** Whether decisions reach the hubs right now, in a few words. */
final class HubPill extends Div {

    HubPill() {
        setId("hub-pill");
        addClassName("hub-pill");
        getElement().setAttribute("role", "status");
    }

    void show(List<Hub> hubs) {
        var summary = summary(hubs);
        removeAll();
        for (var tone : Tone.values()) {
            removeClassName(tone.styleClass());
        }
        addClassName(summary.tone().styleClass());
        add(new Glyph(summary.symbol()), new Span(summary.word()));
    }

    static Appearance summary(List<Hub> hubs) {
        if (hubs.isEmpty()) {
            return new Appearance("No hub connected", Symbol.HUB, Tone.QUIET);
        }
        if (hubs.size() == 1) {
            var only = hubs.get(0);
            var state = Appearance.of(only.state());
            return new Appearance(only.name() + " · " + state.word().toLowerCase(), Symbol.HUB, state.tone());
        }
        var live = hubs.stream().filter(hub -> hub.state() == HubState.LIVE).count();
        if (live == hubs.size()) {
            return new Appearance("%d hubs live".formatted(live), Symbol.HUB, Tone.GOOD);
        }
        var refused = hubs.stream().anyMatch(hub -> hub.state() == HubState.REFUSED);
        return new Appearance(
                "%d of %d hubs live".formatted(live, hubs.size()), Symbol.HUB, refused ? Tone.BAD : Tone.CARE);
    }
}
