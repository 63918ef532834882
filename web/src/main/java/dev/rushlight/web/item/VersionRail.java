package dev.rushlight.web.item;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.SideState;
import dev.rushlight.review.Aside;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import java.util.Optional;
import java.util.function.IntConsumer;

/** All versions of the item, newest first; pressing one shows it. */
final class VersionRail extends Section {

    private final IntConsumer chosen;
    private final Div list = new Div();

    VersionRail(IntConsumer chosen) {
        this.chosen = chosen;
        addClassNames("panel", "versions");
        list.addClassName("version-list");
        add(new H2("Versions"), list);
    }

    void show(ReviewItemDetail item, int shown) {
        list.removeAll();
        item.versions().forEach(version -> list.add(row(version, item, shown)));
    }

    private NativeButton row(VersionDetail version, ReviewItemDetail item, int shown) {
        var row = new NativeButton();
        row.setId("version-" + version.number());
        row.addClassName("version");
        row.getElement().setAttribute("aria-pressed", Boolean.toString(version.number() == shown));
        var number = new Span("v" + version.number());
        number.addClassName("version-number");
        var about = new Span(new Span(version.submitter() + " · "), new Ago(version.submittedAt()));
        about.addClassName("version-about");
        var words = new Span(new Badge(Appearance.of(stood(version))));
        words.addClassName("version-words");
        successor(version, item).ifPresent(next -> {
            var after = new Span("Superseded by v" + next);
            after.addClassName("version-about");
            words.add(after);
        });
        words.add(about);
        row.add(number, words);
        if (version.number() == item.currentVersion()) {
            var mark = new Span("current");
            mark.addClassName("version-current");
            row.add(mark);
        }
        row.addClickListener(click -> chosen.accept(version.number()));
        return row;
    }

    /** What was said of it before a newer version came. */
    private static Outcome stood(VersionDetail version) {
        return version.aside()
                .filter(aside -> aside.state() == SideState.SUPERSEDED)
                .map(Aside::from)
                .orElse(version.outcome());
    }

    private static Optional<Integer> successor(VersionDetail version, ReviewItemDetail item) {
        return item.versions().stream()
                .filter(other -> version.outcome() == Outcome.SUPERSEDED && other.number() > version.number())
                .map(VersionDetail::number)
                .min(Integer::compare);
    }
}
