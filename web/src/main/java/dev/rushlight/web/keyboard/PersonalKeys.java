package dev.rushlight.web.keyboard;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.keyboard.Keyboard;
import dev.rushlight.keyboard.KeyboardDesk;
import dev.rushlight.web.access.CurrentPerson;
import java.util.List;
import java.util.function.UnaryOperator;

/** The keys of whoever is signed in, on every page, with the list of keys and the way to change them. */
public final class PersonalKeys extends ReviewKeys {

    private final KeyboardDesk desk;
    private final CurrentPerson current;

    public PersonalKeys(KeyboardDesk desk, CurrentPerson current) {
        this.desk = desk;
        this.current = current;
        serve(List.of(KeyAction.HELP));
        getElement().setAttribute("changeable", true);
        addListener(ChangeWanted.class, wanted -> change());
    }

    /** Reads them anew. */
    public void show() {
        current.find().map(desk::of).ifPresent(this::show);
    }

    /** Opens the dialog in which they are changed. */
    public void change() {
        new KeysDialog(desk.of(current.require()), this::keep).open();
    }

    private Keyboard keep(UnaryOperator<Keyboard> change) {
        var changed = desk.change(current.require(), change);
        show(changed);
        return changed;
    }

    /** Somebody asked in the list of keys to change them. */
    @DomEvent("change-wanted")
    public static final class ChangeWanted extends ComponentEvent<PersonalKeys> {

        public ChangeWanted(PersonalKeys source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
