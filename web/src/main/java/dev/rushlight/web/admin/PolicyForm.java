package dev.rushlight.web.admin;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.people.Role;
import dev.rushlight.policy.OnNewVersion;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.PolicyText;
import dev.rushlight.policy.Selector;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A policy as fields. What they hold becomes text, also while it is no policy yet; the text's complaint comes back here. */
final class PolicyForm extends Div {

    private static final Set<String> USUAL_OVERRIDERS = Set.of(Role.LEAD.name());

    private final Collection<PersonSummary> people;
    private final Runnable changed;
    private final TextField name = new TextField("Name");
    private final Div stages = new Div();
    private final List<StageForm> forms = new ArrayList<>();
    private final Checkbox self = new Checkbox("Who submitted may approve");
    private final Checkbox abstain = new Checkbox("Who is asked may abstain");
    private final Checkbox blockers = new Checkbox("Open blocking notes have to be resolved before it is approved");
    private final Select<OnNewVersion> onNewVersion = new Select<>();
    private final NamesField overriders;
    private final TextField grace = new TextField("Undo within");
    private final TextField dueIn = new TextField("Due in");
    private final ComboBox<String> escalateTo = new ComboBox<>("Then asks as well");
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private boolean showing;

    /** @param changed called when somebody changed a field */
    PolicyForm(Collection<PersonSummary> people, Runnable changed) {
        this.people = people;
        this.changed = changed;
        addClassName("policy-form");
        overriders = new NamesField(
                "May override", Stream.of(Role.values()).map(Role::name).toList(), UnaryOperator.identity());
        overriders.setItemLabelGenerator(role -> SelectorWords.of("role:" + role));
        overriders.setHelperText("Roles that may override, reopen and dismiss");
        escalateTo.setItems(SelectorWords.choices(people));
        escalateTo.setItemLabelGenerator(SelectorWords::of);
        escalateTo.setClearButtonVisible(true);
        escalateTo.setManualValidation(true);
        escalateTo.setAllowCustomValue(true);
        escalateTo.addCustomValueSetListener(typed ->
                escalateTo.setValue(SelectorWords.read(typed.getDetail().strip())));
        name.setId("policy-name");
        name.setWidthFull();
        grace.setHelperText("Such as 30s; empty as the installation says");
        dueIn.setHelperText("Such as 2d; empty for no limit");
        onNewVersion.setLabel("On a new version");
        onNewVersion.setItems(OnNewVersion.values());
        onNewVersion.setItemLabelGenerator(PolicyForm::words);
        onNewVersion.setValue(OnNewVersion.RESET);
        onNewVersion.setManualValidation(true);
        onNewVersion.setWidthFull();
        fields.put("name", name);
        fields.put("onNewVersion", onNewVersion);
        fields.put("overrideRoles", overriders);
        fields.put("grace", grace);
        fields.put("dueIn", dueIn);
        fields.put("escalateTo", escalateTo);
        for (var text : new TextField[] {name, grace, dueIn}) {
            text.setManualValidation(true);
            text.setValueChangeMode(ValueChangeMode.LAZY);
        }
        for (var field : List.<HasValue<? extends ComponentValueChangeEvent<?, ?>, ?>>of(
                name, self, abstain, blockers, onNewVersion, overriders, grace, dueIn, escalateTo)) {
            field.addValueChangeListener(change -> tell());
        }
        stages.addClassName("stage-forms");
        var adding = new Button("Add stage", new Glyph(Symbol.PLUS), click -> {
            forms.add(stage());
            arrange();
            tell();
        });
        adding.setId("add-stage");
        var rules = new Div(new Div(self), new Div(abstain), new Div(blockers));
        rules.addClassName("policy-checks");
        add(
                name,
                new H2("Stages"),
                stages,
                adding,
                new H2("Rules"),
                rules,
                row(onNewVersion, overriders),
                row(grace, dueIn, escalateTo));
    }

    static String words(OnNewVersion rule) {
        return switch (rule) {
            case RESET -> "Everybody looks anew";
            case COPY_APPROVALS -> "Approvals go on if the picture is the same";
            case KEEP_VETO -> "A veto sticks until it is lifted";
        };
    }

    void show(Policy policy) {
        showing = true;
        name.setValue(policy.name());
        self.setValue(policy.allowSelfApproval());
        abstain.setValue(policy.abstainAllowed());
        blockers.setValue(policy.requireNoOpenBlockers());
        onNewVersion.setValue(policy.onNewVersion());
        overriders.choose(policy.overrideRoles());
        var written = PolicyText.json(policy);
        grace.setValue(written.getString("grace", ""));
        dueIn.setValue(written.getString("dueIn", ""));
        escalateTo.setValue(policy.escalateTo().map(Selector::text).orElse(null));
        while (forms.size() > policy.stages().size()) {
            forms.remove(forms.size() - 1);
        }
        while (forms.size() < policy.stages().size()) {
            forms.add(stage());
        }
        for (var index = 0; index < forms.size(); index++) {
            forms.get(index).show(policy.stages().get(index));
        }
        arrange();
        showing = false;
        calm();
    }

    /** What the fields say; what is as usual is left out. */
    String text() {
        var json = Json.createObjectBuilder().add("name", name.getValue());
        var all = Json.createArrayBuilder();
        forms.forEach(form -> all.add(form.json()));
        json.add("stages", all);
        addUnless(false, json, "allowSelfApproval", self);
        addUnless(true, json, "abstainAllowed", abstain);
        if (onNewVersion.getValue() != OnNewVersion.RESET) {
            json.add("onNewVersion", onNewVersion.getValue().name());
        }
        if (!overriders.getValue().equals(USUAL_OVERRIDERS)) {
            json.add(
                    "overrideRoles",
                    Json.createArrayBuilder(
                            overriders.getValue().stream().sorted().toList()));
        }
        addUnless(true, json, "requireNoOpenBlockers", blockers);
        addTyped(json, "grace", grace);
        addTyped(json, "dueIn", dueIn);
        escalateTo.getOptionalValue().ifPresent(whom -> json.add("escalateTo", whom));
        return PolicyText.layOut(json.build());
    }

    /** Says what is wrong where it is; false if no field has that place. */
    boolean complain(Complaint about) {
        for (var index = 0; index < forms.size(); index++) {
            var place = "stages[%d]".formatted(index);
            if (about.isAt(place)) {
                return forms.get(index).complain(about.within(place));
            }
        }
        return about.sayAt(fields);
    }

    void calm() {
        fields.values().forEach(field -> field.setInvalid(false));
        forms.forEach(StageForm::calm);
    }

    private StageForm stage() {
        return new StageForm(people, this::tell, new StageForm.Moves() {
            @Override
            public void up(StageForm stage) {
                swap(forms.indexOf(stage) - 1);
            }

            @Override
            public void down(StageForm stage) {
                swap(forms.indexOf(stage));
            }

            @Override
            public void remove(StageForm stage) {
                forms.remove(stage);
                arrange();
                tell();
            }
        });
    }

    private void swap(int first) {
        Collections.swap(forms, first, first + 1);
        arrange();
        tell();
    }

    private void arrange() {
        for (var index = 0; index < forms.size(); index++) {
            forms.get(index).number(index, forms.size());
        }
        stages.removeAll();
        forms.forEach(stages::add);
    }

    private void tell() {
        if (!showing) {
            changed.run();
        }
    }

    private static void addUnless(boolean usual, JsonObjectBuilder json, String field, Checkbox box) {
        if (box.getValue() != usual) {
            json.add(field, box.getValue());
        }
    }

    private static void addTyped(JsonObjectBuilder json, String field, TextField typed) {
        if (!typed.getValue().isBlank()) {
            json.add(field, typed.getValue().strip());
        }
    }

    private static Div row(Component... fields) {
        var row = new Div(fields);
        row.addClassName("policy-fields");
        return row;
    }
}
