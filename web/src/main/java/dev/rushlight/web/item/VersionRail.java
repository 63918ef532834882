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

/** The versions of the item, newest first, the earlier ones when they are asked for; pressing one shows it. */
final class VersionRail extends Section {

    private static final int AT_FIRST = 20;
    private static final int AT_A_TIME = 100;

    private final IntConsumer chosen;
    private final Div list = new Div();
    private final Further further = new Further("earlier-versions", "Earlier versions", AT_A_TIME);
    private int wanted = AT_FIRST;

    VersionRail(IntConsumer chosen) {
        this.chosen = chosen;
        addClassNames("panel", "versions");
        list.addClassName("version-list");
        add(new H2("Versions"), list, further);
    }

    void show(ReviewItemDetail item, int shown) {
        list.removeAll();
        var versions = item.versions();
        var place = 0;
        for (; place < versions.size() && (place < wanted || versions.get(place).number() >= shown); place++) {
            list.add(row(
                    versions.get(place),
                    place == 0 ? Optional.empty() : Optional.of(versions.get(place - 1)),
                    item,
                    shown));
        }
        further.show(versions.size() - place, () -> {
            wanted += AT_A_TIME;
            show(item, shown);
        });
    }

    private NativeButton row(VersionDetail version, Optional<VersionDetail> next, ReviewItemDetail item, int shown) {
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
        next.filter(newer -> version.outcome() == Outcome.SUPERSEDED).ifPresent(newer -> {
            var after = new Span("Superseded by v" + newer.number());
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
}
