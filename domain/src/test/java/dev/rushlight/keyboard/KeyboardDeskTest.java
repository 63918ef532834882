package dev.rushlight.keyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class KeyboardDeskTest {

    private static final Keyboard UNTOUCHED = Keyboard.of(KeyPreset.RUSHLIGHT);

    private final Database database;
    private final SteppingClock clock = new SteppingClock();
    private Identity maria;
    private Identity tom;

    KeyboardDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void letPeopleIn() {
        maria = database.inTransaction(entities -> PeopleBench.somebody(entities, "maria", Role.VIEWER, clock));
        tom = database.inTransaction(entities -> PeopleBench.somebody(entities, "tom", Role.LEAD, clock));
    }

    @Test
    void whoChangedNothingHasTheKeysOfRushlight() {
        assertThat(of(maria)).isEqualTo(UNTOUCHED);
    }

    @Test
    void everybodyHasTheirOwnKeys() {
        var changed = change(
                maria,
                keys -> keys.on(KeyPreset.RV)
                        .with(KeyAction.STOP, Chord.of("\\"))
                        .typed(false));

        assertThat(of(maria)).isEqualTo(changed);
        assertThat(changed.holder(Chord.of("\\"))).contains(KeyAction.STOP);
        assertThat(of(tom)).isEqualTo(UNTOUCHED);
    }

    @Test
    void aChangeStandsOnWhatIsKept() {
        change(maria, keys -> keys.with(KeyAction.STOP, Chord.of("F2")));
        change(maria, keys -> keys.with(KeyAction.LOOP, Chord.of("F3")));

        assertThat(of(maria).own()).containsOnlyKeys(KeyAction.STOP, KeyAction.LOOP);
    }

    @Test
    void keysThatAreAsTheyWereLeaveNothingBehind() {
        change(maria, keys -> keys.with(KeyAction.STOP, Chord.of("F2")));
        change(maria, Keyboard::reset);

        assertThat(of(maria)).isEqualTo(UNTOUCHED);
        assertThat(database.<Boolean>inTransaction(
                        entities -> new JpaKeyboards(entities).of(maria.id()).isPresent()))
                .isFalse();
    }

    @Test
    void whatIsRefusedChangesNothing() {
        assertThatExceptionOfType(UnacceptableKeys.class)
                .isThrownBy(() -> change(maria, keys -> keys.with(KeyAction.STOP, Chord.of("F5"))));

        assertThat(of(maria)).isEqualTo(UNTOUCHED);
    }

    @Test
    void guestsArrangeNoKeys() {
        var guest = new Identity(PersonId.random(), "guest", "Guest", Role.REVIEWER, Set.of(), PersonKind.GUEST);

        assertThat(of(guest)).isEqualTo(UNTOUCHED);
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> change(guest, Keyboard::reset));
    }

    private Keyboard of(Identity owner) {
        return database.inTransaction(entities -> new KeyboardDesk(new JpaKeyboards(entities), clock).of(owner));
    }

    private Keyboard change(Identity owner, UnaryOperator<Keyboard> change) {
        return database.inTransaction(
                entities -> new KeyboardDesk(new JpaKeyboards(entities), clock).change(owner, change));
    }
}
