package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.reviewsession.GuestLinkCursor;
import dev.rushlight.reviewsession.GuestLinkId;
import dev.rushlight.reviewsession.GuestLinkSummary;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The guest links of a review session, newest first: whom each is for, what it opens, and whether it still does. */
final class GuestLinksCard extends Section {

    private static final int PAGE = 20;

    private final BiFunction<Optional<GuestLinkCursor>, Integer, List<GuestLinkSummary>> read;
    private final Consumer<GuestLinkSummary> revoke;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button("Show more", click -> more());
    private final Button inviting;
    private final Map<GuestLinkId, GuestLinkLine> lines = new HashMap<>();

    /** How many are wanted: those that are there, and another page with each press. */
    private int wanted = PAGE;

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

    /** Shows what has become of the links; those that are there already stay where they are. */
    void show(boolean mayInvite) {
        inviting.setVisible(mayInvite);
        read();
    }

    private void more() {
        wanted += PAGE;
        read();
        if (!more.isVisible()) {
            lastLine().ifPresent(GuestLinkLine::focus);
        }
    }

    private void read() {
        var found = links();
        var fresh = lines.isEmpty()
                ? 0
                : (int) found.stream()
                        .takeWhile(link -> !lines.containsKey(link.id()))
                        .count();
        if (fresh > 0) {
            wanted += fresh;
            found = links();
        }
        show(found);
    }

    private void show(List<GuestLinkSummary> found) {
        var shown = found.subList(0, Math.min(wanted, found.size()));
        var ids = shown.stream().map(GuestLinkSummary::id).collect(Collectors.toSet());
        lines.entrySet().removeIf(line -> {
            var isGone = !ids.contains(line.getKey());
            if (isGone) {
                list.remove(line.getValue());
            }
            return isGone;
        });
        for (var index = 0; index < shown.size(); index++) {
            var link = shown.get(index);
            if (!lines.containsKey(link.id())) {
                var line = new GuestLinkLine(this::revoke);
                lines.put(link.id(), line);
                list.addComponentAtIndex(index, line);
            }
            Optional.ofNullable(lines.get(link.id())).ifPresent(line -> line.show(link));
        }
        more.setVisible(found.size() > wanted);
    }

    /** As many as are wanted, and one more if there is one. */
    private List<GuestLinkSummary> links() {
        var links = new ArrayList<GuestLinkSummary>();
        List<GuestLinkSummary> page;
        do {
            var reached = links.isEmpty()
                    ? Optional.<GuestLinkCursor>empty()
                    : Optional.of(links.get(links.size() - 1).cursor());
            page = read.apply(reached, PAGE + 1);
            links.addAll(page);
        } while (page.size() > PAGE && links.size() <= wanted);
        return links;
    }

    private Optional<GuestLinkLine> lastLine() {
        return list.getChildren().map(GuestLinkLine.class::cast).reduce((earlier, later) -> later);
    }

    /** The button goes with the link; whoever pressed it goes on from the line. */
    private void revoke(GuestLinkSummary link) {
        revoke.accept(link);
        Optional.ofNullable(lines.get(link.id())).ifPresent(GuestLinkLine::focus);
    }
}
