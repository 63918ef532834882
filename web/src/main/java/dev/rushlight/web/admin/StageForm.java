package dev.rushlight.web.admin;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.policy.AppliesTo;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Quorum;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.Stage;
import dev.rushlight.review.Kind;
import dev.rushlight.web.look.Symbol;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The fields of one stage; they hold whatever is typed, and whether it makes a stage is for the policy to say. */
final class StageForm extends Section {

    /** What happens to the stage as a whole. */
    interface Moves {
        void up(StageForm stage);

        void down(StageForm stage);

        void remove(StageForm stage);
    }

    private final H3 title = new H3();
    private final TextField name = new TextField("Name");
    private final Select<Mode> mode = new Select<>();
    private final TextField quorum = new TextField("How many");
    private final TextField label = new TextField("Label of the check");
    private final NamesField reviewers;
    private final NamesField blocking;
    private final Checkbox seen = new Checkbox("Approvals count only after a look");
    private final Checkbox parallel = new Checkbox("Asked together with the stage before");
    private final NamesField kinds;
    private final NamesField projects;
    private final NamesField steps;
    private final Details work = new Details("Only for some work");
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Button up;
    private final Button down;
    private final Button remove;

    StageForm(Collection<PersonSummary> people, Runnable changed, Moves moves) {
        addClassName("stage-form");
        reviewers = new NamesField("Asks", SelectorWords.choices(people), SelectorWords::read);
        reviewers.setItemLabelGenerator(SelectorWords::of);
        reviewers.setHelperText("Roles, functions and names; or type function:NAME");
        blocking = new NamesField("Functions with a veto", SelectorWords.functions(people), UnaryOperator.identity());
        kinds = new NamesField("Kinds", Stream.of(Kind.values()).map(Kind::name).toList(), UnaryOperator.identity());
        projects = new NamesField("Projects", List.of(), UnaryOperator.identity());
        steps = new NamesField("Steps", List.of(), UnaryOperator.identity());
        steps.setHelperText("Names may end in *");
        name.addClassName("stage-name");
        mode.addClassName("stage-mode");
        mode.setLabel("Decides");
        mode.setItems(Mode.values());
        mode.setItemLabelGenerator(StageForm::words);
        mode.setValue(Mode.ANY);
        quorum.setHelperText("Such as 2 or 50%");
        label.setHelperText("Such as qc:black");
        fields.put("name", name);
        fields.put("mode", mode);
        fields.put("quorum", quorum);
        fields.put("label", label);
        fields.put("reviewers", reviewers);
        fields.put("blockingFunctions", blocking);
        fields.put("appliesTo.kinds", kinds);
        fields.put("appliesTo.projects", projects);
        fields.put("appliesTo.steps", steps);
        for (var text : new TextField[] {name, quorum, label}) {
            text.setManualValidation(true);
            text.setValueChangeMode(ValueChangeMode.LAZY);
        }
        mode.setManualValidation(true);
        for (var field : List.<HasValue<? extends ComponentValueChangeEvent<?, ?>, ?>>of(
                name, mode, quorum, label, reviewers, blocking, seen, parallel, kinds, projects, steps)) {
            field.addValueChangeListener(change -> {
                fit();
                changed.run();
            });
        }
        up = new MoveButton("Move up", Symbol.UP, () -> moves.up(this));
        down = new MoveButton("Move down", Symbol.DOWN, () -> moves.down(this));
        remove = new MoveButton("Remove", Symbol.DELETE, () -> moves.remove(this));
        var buttons = new Div(up, down, remove);
        buttons.addClassName("stage-moves");
        var head = new Div(title, buttons);
        head.addClassName("stage-form-head");
        work.add(row(kinds, projects, steps));
        add(head, row(name, mode, quorum, label), row(reviewers, blocking), new Div(seen), new Div(parallel), work);
        fit();
    }

    static String words(Mode mode) {
        return switch (mode) {
            case ANY -> "The latest vote of any of them";
            case ALL -> "All of them";
            case QUORUM -> "A number or share of them";
            case LEAD -> "A lead among them";
            case LABEL -> "A check by a machine";
        };
    }

    /** Says which stage of how many it is. */
    void number(int index, int of) {
        title.setText("Stage %d".formatted(index + 1));
        getElement().setAttribute("aria-label", title.getText());
        setId("stage-" + index);
        up.setEnabled(index > 0);
        down.setEnabled(index < of - 1);
        remove.setEnabled(of > 1);
        parallel.setVisible(index > 0 || parallel.getValue());
    }

    void show(Stage stage) {
        name.setValue(stage.name());
        mode.setValue(stage.mode());
        quorum.setValue(stage.quorum().map(StageForm::words).orElse(""));
        label.setValue(stage.label().orElse(""));
        reviewers.choose(stage.reviewers().stream().map(Selector::text).toList());
        blocking.choose(stage.blockingFunctions());
        seen.setValue(stage.requireSeen());
        parallel.setValue(stage.parallel());
        kinds.choose(stage.appliesTo().kinds());
        projects.choose(stage.appliesTo().projects());
        steps.choose(stage.appliesTo().steps());
        work.setOpened(!stage.appliesTo().equals(AppliesTo.EVERYTHING));
    }

    JsonObject json() {
        var json = Json.createObjectBuilder()
                .add("name", name.getValue())
                .add("mode", mode.getValue().name());
        if (mode.getValue() == Mode.QUORUM && !quorum.isEmpty()) {
            add(json, quorum.getValue().strip());
        }
        if (mode.getValue() == Mode.LABEL && !label.isEmpty()) {
            json.add("label", label.getValue().strip());
        }
        json.add("reviewers", Json.createArrayBuilder(reviewers.getValue()));
        add(json, "blockingFunctions", blocking);
        if (seen.getValue()) {
            json.add("requireSeen", true);
        }
        if (parallel.getValue()) {
            json.add("parallel", true);
        }
        var only = Json.createObjectBuilder();
        add(only, "kinds", kinds);
        add(only, "projects", projects);
        add(only, "steps", steps);
        var applies = only.build();
        if (!applies.isEmpty()) {
            json.add("appliesTo", applies);
        }
        return json.build();
    }

    boolean complain(Complaint about) {
        return about.sayAt(fields);
    }

    void calm() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    private static void add(JsonObjectBuilder json, String typed) {
        if (typed.matches("\\d{1,9}")) {
            json.add("quorum", Integer.parseInt(typed));
        } else {
            json.add("quorum", typed);
        }
    }

    private static void add(JsonObjectBuilder json, String field, NamesField names) {
        if (!names.getValue().isEmpty()) {
            json.add(
                    field,
                    Json.createArrayBuilder(names.getValue().stream().sorted().toList()));
        }
    }

    private static String words(Quorum quorum) {
        return quorum.amount() + (quorum.isPercentage() ? "%" : "");
    }

    private void fit() {
        quorum.setVisible(mode.getValue() == Mode.QUORUM);
        label.setVisible(mode.getValue() == Mode.LABEL);
    }

    private static Div row(Component... fields) {
        var row = new Div(fields);
        row.addClassName("policy-fields");
        return row;
    }
}
