package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.people.Identity;
import dev.rushlight.policy.AppliesTo;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.review.Difference;
import dev.rushlight.review.Kind;
import dev.rushlight.review.PolicyDesk;
import dev.rushlight.review.Simulation;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tries the policy as it stands in the editor on what came in before; nothing is written. */
final class SimulationPanel extends Section {

    private static final int SHOWN = 100;
    private static final Logger LOG = Logger.getLogger(SimulationPanel.class.getName());

    private final PolicyDesk desk;
    private final CurrentPerson current;
    private final BackgroundWork background;
    private final Supplier<Optional<Policy>> policy;
    private final Select<Kind> kind = new Select<>();
    private final TextField project = new TextField("Project");
    private final Select<Integer> most = new Select<>();
    private final Button start = new Button("Try it", new Glyph(Symbol.RETRY), click -> start());
    private final ProgressBar progress = new ProgressBar();
    private final Div result = new Div();

    /** @param policy what stands in the editor, if it is a policy */
    SimulationPanel(
            PolicyDesk desk, CurrentPerson current, BackgroundWork background, Supplier<Optional<Policy>> policy) {
        this.desk = desk;
        this.current = current;
        this.background = background;
        this.policy = policy;
        addClassNames("panel", "policy-card");
        var about =
                new Div("What would stand elsewhere if this had judged what came in before, with the votes that were"
                        + " cast and the people who are here now. Nothing is written.");
        about.addClassName("soft");
        kind.setLabel("Kind");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                value -> value == null ? "All kinds" : Appearance.of(value).word());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("All kinds");
        kind.setPlaceholder("All kinds");
        project.setPlaceholder("All projects");
        project.setTitle("May end in *");
        project.setMaxLength(100);
        most.setLabel("Newest versions");
        most.setItems(200, 1_000, 10_000);
        most.setItemLabelGenerator(number -> String.format(Locale.ROOT, "%,d", number));
        most.setValue(1_000);
        start.setId("simulate");
        start.setDisableOnClick(true);
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", "Versions looked at");
        result.setId("simulation");
        result.getElement().setAttribute("aria-live", "polite");
        var fields = new Div(kind, project, most, start);
        fields.addClassName("simulation-fields");
        add(new H2("Try it on past versions"), about, fields, progress, result);
    }

    private void start() {
        var admin = current.require();
        policy.get()
                .ifPresentOrElse(
                        changed -> run(admin, changed),
                        () -> tell(new Banner(
                                Symbol.WARNING,
                                Tone.CARE,
                                "This is no policy yet: mend what is marked, then try it.")));
    }

    private void run(Identity admin, Policy changed) {
        var which = which();
        var max = most.getValue();
        result.removeAll();
        progress.setMax(max);
        progress.setValue(0);
        progress.setVisible(true);
        var ui = UI.getCurrent();
        var walked = ui.accessLater((Integer number) -> progress.setValue(Math.min(max, number)), () -> {});
        var back = ui.accessLater(this::tell, () -> {});
        background.run(() -> {
            try {
                back.accept(words(desk.simulate(admin, changed, which, max, walked::accept)));
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "A policy could not be tried", failed);
                back.accept(new Banner(
                        Symbol.WARNING, Tone.BAD, "The trial failed before it was over; the server's log says why."));
            }
        });
    }

    private AppliesTo which() {
        var named = project.getValue().strip();
        return new AppliesTo(
                kind.getOptionalValue().map(one -> Set.of(one.name())).orElse(Set.of()),
                named.isEmpty() ? Set.of() : Set.of(named),
                Set.of());
    }

    private void tell(Component words) {
        start.setEnabled(true);
        progress.setVisible(false);
        result.removeAll();
        result.add(words);
    }

    private static Component words(Simulation simulation) {
        var examined = String.format(
                Locale.ROOT,
                "%,d versions looked at%s",
                simulation.examined(),
                simulation.complete() ? ", all there are" : "");
        if (simulation.differing() == 0) {
            return new Banner(
                    Symbol.APPROVE,
                    Tone.GOOD,
                    simulation.examined() == 0
                            ? "There is no such version to try it on."
                            : examined + ": each would stand where it stands.");
        }
        var words = new Div(new Banner(
                Symbol.ARROW,
                Tone.CARE,
                String.format(Locale.ROOT, "%s, %,d would stand elsewhere.", examined, simulation.differing())));
        var shifts = new UnorderedList();
        shifts.addClassName("shifts");
        simulation.shifts().forEach(shift -> {
            var count = new Span("%,d ×".formatted(shift.count()));
            count.addClassName("shift-count");
            shifts.add(new ListItem(count, move(shift.then(), shift.instead())));
        });
        var list = new UnorderedList();
        list.addClassName("differences");
        simulation.differences().stream()
                .limit(SHOWN)
                .map(SimulationPanel::line)
                .forEach(list::add);
        words.add(shifts, list);
        if (simulation.differing() > SHOWN) {
            words.add(new Div("The newest %d of them are listed.".formatted(SHOWN)));
        }
        return words;
    }

    private static ListItem line(Difference difference) {
        var link =
                new Anchor(Pages.item(difference.item()), "%s v%d".formatted(difference.name(), difference.version()));
        var where = new Span(difference.project());
        where.addClassName("faint");
        return new ListItem(new Div(link, where), move(difference.then(), difference.instead()));
    }

    /** From one outcome to another. */
    static Component move(Outcome from, Outcome to) {
        var reads = new Span("would be");
        reads.addClassName("for-readers");
        var move =
                new Div(new Badge(Appearance.of(from)), new Glyph(Symbol.ARROW), reads, new Badge(Appearance.of(to)));
        move.addClassName("outcome-move");
        return move;
    }
}
