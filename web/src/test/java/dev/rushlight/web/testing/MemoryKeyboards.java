package dev.rushlight.web.testing;

import dev.rushlight.keyboard.KeyPreset;
import dev.rushlight.keyboard.Keyboard;
import dev.rushlight.keyboard.KeyboardDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The keyboard desk with a memory instead of a database. */
public final class MemoryKeyboards extends KeyboardDesk {

    private final Map<PersonId, Keyboard> keyboards = new HashMap<>();

    @Override
    public Keyboard of(Identity owner) {
        return keyboards.getOrDefault(owner.id(), Keyboard.of(KeyPreset.RUSHLIGHT));
    }

    @Override
    public Keyboard change(Identity owner, UnaryOperator<Keyboard> change) {
        var changed = change.apply(of(owner));
        keyboards.put(owner.id(), changed);
        return changed;
    }
}
