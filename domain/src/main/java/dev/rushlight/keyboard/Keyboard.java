package dev.rushlight.keyboard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one person: a preset, and what they arranged otherwise.
 *
 * <p>What somebody arranged always wins: a preset gives up a key that was given to another action, and has it back when
 * that is reset. So own keys outlive a change of the preset.
 *
 * @param own the keys of each action that was changed, which may be none
 * @param typed whether keys work that would write something in a text; without Ctrl or Alt those are letters, digits and signs
 */
public record Keyboard(KeyPreset preset, Map<KeyAction, List<Chord>> own, boolean typed) {

    private static final int MOST = 4;

    public Keyboard {
        var copy = new EnumMap<KeyAction, List<Chord>>(KeyAction.class);
        own.forEach(
                (action, chords) -> copy.put(action, chords.stream().distinct().toList()));
        own = Collections.unmodifiableMap(copy);
        requireUsable(own);
    }

    public static Keyboard of(KeyPreset preset) {
        return new Keyboard(preset, Map.of(), true);
    }

    private static void requireUsable(Map<KeyAction, List<Chord>> own) {
        var holders = new HashMap<Chord, KeyAction>();
        own.forEach((action, chords) -> {
            if (chords.size() > MOST) {
                throw new UnacceptableKeys("“%s” can have %d keys at most".formatted(action.words(), MOST));
            }
            for (var chord : chords) {
                if (chord.isReserved()) {
                    throw new UnacceptableKeys("%s belongs to the browser and cannot be used".formatted(chord));
                }
                var other = holders.putIfAbsent(chord, action);
                if (other != null) {
                    throw new UnacceptableKeys(
                            "%s cannot do two things, “%s” and “%s”".formatted(chord, other.words(), action.words()));
                }
            }
        });
    }

    /** Every key of an action, whether or not it works now. */
    public List<Chord> chords(KeyAction action) {
        return Optional.ofNullable(own.get(action))
                .orElseGet(() -> preset.chords(action).stream()
                        .filter(chord -> own.values().stream().noneMatch(taken -> taken.contains(chord)))
                        .toList());
    }

    /** The keys of an action that do something when they are pressed. */
    public List<Chord> working(KeyAction action) {
        return chords(action).stream()
                .filter(chord -> typed || !chord.isTyped())
                .toList();
    }

    public Optional<KeyAction> holder(Chord chord) {
        return Stream.of(KeyAction.values())
                .filter(action -> chords(action).contains(chord))
                .findFirst();
    }

    public boolean isOwn(KeyAction action) {
        return own.containsKey(action);
    }

    /** One more key for an action; whatever it did before, it does no longer. */
    public Keyboard with(KeyAction action, Chord chord) {
        var changed = changed();
        changed.replaceAll((other, chords) -> without(chords, chord));
        changed.put(
                action,
                Stream.concat(without(chords(action), chord).stream(), Stream.of(chord))
                        .toList());
        return new Keyboard(preset, changed, typed);
    }

    public Keyboard without(KeyAction action, Chord chord) {
        var changed = changed();
        changed.put(action, without(chords(action), chord));
        return new Keyboard(preset, changed, typed);
    }

    /** The action has the keys of the preset again, except those that were given away. */
    public Keyboard reset(KeyAction action) {
        var changed = changed();
        changed.remove(action);
        return new Keyboard(preset, changed, typed);
    }

    /** Every action has the keys of the preset again. */
    public Keyboard reset() {
        return new Keyboard(preset, Map.of(), typed);
    }

    public Keyboard on(KeyPreset other) {
        return new Keyboard(other, own, typed);
    }

    public Keyboard typed(boolean working) {
        return new Keyboard(preset, own, working);
    }

    private Map<KeyAction, List<Chord>> changed() {
        var changed = new EnumMap<KeyAction, List<Chord>>(KeyAction.class);
        changed.putAll(own);
        return changed;
    }

    private static List<Chord> without(List<Chord> chords, Chord chord) {
        return chords.stream().filter(other -> !other.equals(chord)).toList();
    }
}
