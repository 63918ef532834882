package dev.rushlight.keyboard;

import dev.rushlight.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The keys of somebody who did not leave them as they are. */
@Entity
@Table(schema = "review", name = "keyboard")
class KeptKeyboard {

    @Id
    @Column(name = "person_id")
    private UUID person;

    @Enumerated(EnumType.STRING)
    private KeyPreset preset;

    @Column(name = "own_keys")
    private String own;

    @Column(name = "typed_keys")
    private boolean typed;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected KeptKeyboard() {} // for JPA

    KeptKeyboard(PersonId person, Keyboard keyboard, Instant now) {
        this.person = person.value();
        keep(keyboard, now);
    }

    final void keep(Keyboard keyboard, Instant now) {
        preset = keyboard.preset();
        own = KeyText.write(keyboard.own());
        typed = keyboard.typed();
        changedAt = now;
    }

    Keyboard keyboard() {
        return new Keyboard(preset, KeyText.read(own), typed);
    }
}
