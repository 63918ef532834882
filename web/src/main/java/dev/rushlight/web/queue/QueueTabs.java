package dev.rushlight.web.queue;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.rushlight.review.QueueCount;
import dev.rushlight.review.QueueTab;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The parts of the queue, each with how much is in it. */
final class QueueTabs extends Tabs {

    /** Counting goes one further than what is shown. */
    static final int COUNTED = 100;

    /** On a phone not all tabs fit. */
    private static final String TO_SELECTED = """
            requestAnimationFrame(() => this.querySelector('[selected]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
            """;

    static final Set<QueueTab> SHOWN = EnumSet.of(QueueTab.NEEDS_ME, QueueTab.WAITING, QueueTab.MINE, QueueTab.ALL);

    private final Map<QueueTab, Tab> tabs = new EnumMap<>(QueueTab.class);
    private final Map<QueueTab, Span> counts = new EnumMap<>(QueueTab.class);

    QueueTabs(Consumer<QueueTab> chosen) {
        for (var part : SHOWN) {
            var count = new Span();
            count.addClassName("tab-count");
            counts.put(part, count);
            var tab = new Tab(new Span(words(part)), count);
            tab.setId("tab-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            tabs.put(part, tab);
            add(tab);
        }
        addSelectedChangeListener(change -> chosen.accept(part(change.getSelectedTab())));
    }

    void choose(QueueTab part) {
        setSelectedTab(tabs.get(part));
        getElement().executeJs(TO_SELECTED);
    }

    void show(Map<QueueTab, QueueCount> counted) {
        counted.forEach((part, count) -> counts.get(part).setText(EmptyQueue.words(count, COUNTED)));
    }

    private QueueTab part(Tab tab) {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue() == tab)
                .findAny()
                .orElseThrow()
                .getKey();
    }

    private static String words(QueueTab part) {
        return switch (part) {
            case NEEDS_ME -> "Needs me";
            case WAITING -> "Waiting for others";
            case MINE -> "My submissions";
            case OPEN -> "Open";
            case ALL -> "All";
        };
    }
}
