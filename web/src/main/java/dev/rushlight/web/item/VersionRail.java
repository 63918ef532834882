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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The versions of the item, newest first, the earlier ones when they are asked for; pressing one shows it. */
final class VersionRail extends Section {

    private static final int AT_FIRST = 20;
    private static final int AT_A_TIME = 100;

    private final IntConsumer chosen;
    private final Div list = new Div();
    private final Further further = new Further("earlier-versions", "Earlier versions", AT_A_TIME);
    private int wanted = AT_FIRST;
    private List<Row> rows = List.of();

    /** All that a row says. */
    private record Row(
            int number,
            Outcome stood,
            OptionalInt supersededBy,
            String submitter,
            Instant submittedAt,
            boolean isCurrent) {}

    VersionRail(IntConsumer chosen) {
        this.chosen = chosen;
        addClassNames("panel", "versions");
        list.addClassName("version-list");
        add(new H2("Versions"), list, further);
    }

    /** What changes nothing about the rows leaves them alone, and with them the focus and a mouse held down. */
    void show(ReviewItemDetail item, int shown) {
        var next = rows(item, shown);
        if (!next.equals(rows)) {
            rows = next;
            list.removeAll();
            rows.forEach(row -> list.add(button(row)));
        }
        list.getChildren()
                .forEach(button -> button.getElement()
                        .setAttribute(
                                "aria-pressed", Boolean.toString(button.getId().equals(Optional.of(id(shown))))));
        further.show(item.versions().size() - rows.size(), () -> {
            wanted += AT_A_TIME;
            show(item, shown);
        });
    }

    private List<Row> rows(ReviewItemDetail item, int shown) {
        var versions = item.versions();
        return IntStream.range(0, versions.size())
                .takeWhile(place -> place < wanted || versions.get(place).number() >= shown)
                .mapToObj(place -> {
                    var version = versions.get(place);
                    return new Row(
                            version.number(),
                            stood(version),
                            place > 0 && version.outcome() == Outcome.SUPERSEDED
                                    ? OptionalInt.of(versions.get(place - 1).number())
                                    : OptionalInt.empty(),
                            version.submitter(),
                            version.submittedAt(),
                            version.number() == item.currentVersion());
                })
                .toList();
    }

    private static String id(int version) {
        return "version-" + version;
    }

    private NativeButton button(Row row) {
        var button = new NativeButton("", click -> chosen.accept(row.number()));
        button.setId(id(row.number()));
        button.addClassName("version");
        var number = new Span("v" + row.number());
        number.addClassName("version-number");
        var about = new Span(new Span(row.submitter() + " · "), new Ago(row.submittedAt()));
        about.addClassName("version-about");
        var words = new Span(new Badge(Appearance.of(row.stood())));
        words.addClassName("version-words");
        row.supersededBy().ifPresent(newer -> {
            var after = new Span("Superseded by v" + newer);
            after.addClassName("version-about");
            words.add(after);
        });
        words.add(about);
        button.add(number, words);
        if (row.isCurrent()) {
            var mark = new Span("current");
            mark.addClassName("version-current");
            button.add(mark);
        }
        return button;
    }

    /** What was said of it before a newer version came. */
    private static Outcome stood(VersionDetail version) {
        return version.aside()
                .filter(aside -> aside.state() == SideState.SUPERSEDED)
                .map(Aside::from)
                .orElse(version.outcome());
    }
}
