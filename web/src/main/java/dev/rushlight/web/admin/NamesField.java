package dev.rushlight.web.admin;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Several names: some to choose from, and whatever else is typed. */
final class NamesField extends MultiSelectComboBox<String> {

    private static final int LONGEST = 100;

    private final Set<String> choices;

    /** @param reading makes a name of what was typed */
    NamesField(String label, Collection<String> choices, UnaryOperator<String> reading) {
        super(label);
        this.choices = new LinkedHashSet<>(choices);
        setItems(this.choices);
        setAllowCustomValue(true);
        setManualValidation(true);
        setWidthFull();
        addCustomValueSetListener(typed -> {
            var name = typed.getDetail().strip();
            if (!name.isEmpty()) {
                var all = new LinkedHashSet<>(getValue());
                all.add(reading.apply(name.substring(0, Math.min(LONGEST, name.length()))));
                choose(all);
            }
        });
    }

    /** Chooses exactly these, whether or not they were among the choices. */
    void choose(Collection<String> names) {
        if (choices.addAll(names)) {
            setItems(choices);
        }
        setValue(new LinkedHashSet<>(names));
    }
}
