package dev.rushlight.web.guest;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.GuestItem;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;

/** What the guest looks at, and where it stands. */
final class GuestTitle extends Div {

    private final Badge outcome;

    GuestTitle(GuestItem item) {
        outcome = new Badge(Appearance.of(item.outcome()));
        outcome.getElement().setAttribute("role", "status");
        var about = new Div(new Span("v%d%s · "
                .formatted(
                        item.version(),
                        item.submitter().map(name -> " by " + name).orElse(""))));
        about.add(new Ago(item.submittedAt()));
        about.addClassName("faint");
        addClassName("guest-title");
        add(new H1(item.name()), outcome, about);
        item.description().filter(text -> !text.isBlank()).ifPresent(text -> {
            var words = new Paragraph(text);
            words.addClassNames("prose", "soft");
            add(words);
        });
    }

    /** Shows where it stands now. */
    void show(GuestItem item) {
        outcome.show(Appearance.of(item.outcome()));
    }
}
