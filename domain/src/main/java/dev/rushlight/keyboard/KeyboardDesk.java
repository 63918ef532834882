package dev.rushlight.keyboard;

import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Where people arrange their keys; everybody has their own. */
@ApplicationScoped
@Transactional
public class KeyboardDesk {

    private static final Keyboard UNTOUCHED = Keyboard.of(KeyPreset.RUSHLIGHT);

    private final JpaKeyboards keyboards;
    private final Clock clock;

    @Inject
    KeyboardDesk(JpaKeyboards keyboards, Clock clock) {
        this.keyboards = keyboards;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected KeyboardDesk() { // for CDI
        this(null, null);
    }

    /** Whoever never changed anything has the keys of Rushlight. */
    public Keyboard of(Identity owner) {
        return keyboards.of(owner.id()).map(KeptKeyboard::keyboard).orElse(UNTOUCHED);
    }

    /** Changes the keys as they are now, whatever the page showed. */
    public Keyboard change(Identity owner, UnaryOperator<Keyboard> change) {
        if (owner.isGuest()) {
            throw new NotAllowed("Guests have the keys of Rushlight and arrange none");
        }
        var kept = keyboards.locked(owner.id());
        var changed = change.apply(kept.map(KeptKeyboard::keyboard).orElse(UNTOUCHED));
        if (changed.equals(UNTOUCHED)) {
            kept.ifPresent(keyboards::remove);
        } else {
            kept.ifPresentOrElse(
                    keyboard -> keyboard.keep(changed, clock.instant()),
                    () -> keyboards.add(new KeptKeyboard(owner.id(), changed, clock.instant())));
        }
        return changed;
    }
}
