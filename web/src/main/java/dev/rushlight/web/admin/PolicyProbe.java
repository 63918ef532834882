package dev.rushlight.web.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rushlight.policy.Work;
import dev.rushlight.review.Kind;
import dev.rushlight.review.PolicyRule;
import dev.rushlight.web.look.Appearance;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Asks which policy some work would get. */
final class PolicyProbe extends Div {

    private final Select<Kind> kind = new Select<>();
    private final TextField project = new TextField();
    private final TextField step = new TextField();
    private final Span answer = new Span();

    PolicyProbe(Runnable asked) {
        addClassName("policy-probe");
        kind.setId("probe-kind");
        kind.setAriaLabel("Kind");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(value -> Appearance.of(value).word());
        kind.setValue(Kind.ASSET);
        text(project, "probe-project", "Project");
        text(step, "probe-step", "Step");
        answer.setId("probe-answer");
        answer.getElement().setAttribute("aria-live", "polite");
        kind.addValueChangeListener(change -> asked.run());
        project.addValueChangeListener(change -> asked.run());
        step.addValueChangeListener(change -> asked.run());
        add(new Span("Which would it be for"), kind, project, step, answer);
    }

    /** Which of the rules would choose. */
    OptionalInt ask(List<PolicyRule> rules) {
        var work = new Work(
                kind.getValue().name(),
                project.getValue().strip(),
                Optional.of(step.getValue().strip()).filter(typed -> !typed.isEmpty()));
        return IntStream.range(0, rules.size())
                .filter(index -> rules.get(index).work().matches(work))
                .findFirst();
    }

    void answer(Optional<String> policy) {
        answer.setText(policy.map("→ %s"::formatted).orElse(""));
    }

    private static void text(TextField field, String id, String what) {
        field.setId(id);
        field.setPlaceholder(what);
        field.setAriaLabel(what);
        field.setValueChangeMode(ValueChangeMode.LAZY);
    }
}
