package dev.rushlight.keyboard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The presets as they are written down: an action and its keys on each line; the last line of an action counts. */
final class PresetTable {

    static final String RUSHLIGHT = """
            play-pause          Space
            stop                K
            forward             L
            reverse             J
            loop                Shift+L Ctrl+L
            mute                M
            step-forward        ArrowRight
            step-back           ArrowLeft
            ten-forward         Shift+ArrowRight
            ten-back            Shift+ArrowLeft
            first               Home
            last                End
            go-to               G
            mark-in             I [
            mark-out            O ]
            clear-range         \\
            note                C N ;
            previous-note       ,
            next-note           .
            draw                D
            undo                Ctrl+Z
            redo                Ctrl+Shift+Z Ctrl+Y
            hide-annotations    V
            fit                 F
            actual-size         Z
            fullscreen          ` Shift+F
            help                ? Ctrl+/
            approve             Shift+A
            approve-with-notes  Shift+N
            request-changes     Shift+C
            reject              Shift+X
            abstain             Shift+B
            undo-last           Shift+Z
            previous-item       PageUp Shift+ArrowUp
            next-item           PageDown Shift+ArrowDown
            """;

    static final String RV = """
            play-pause          Space ArrowDown
            reverse             ArrowUp J
            mark-in             [ I
            mark-out            ] O
            ten-forward         Ctrl+ArrowRight
            ten-back            Ctrl+ArrowLeft
            previous-note       Alt+ArrowLeft ,
            next-note           Alt+ArrowRight .
            actual-size         1 Z
            previous-item       Shift+ArrowLeft PageUp
            next-item           Shift+ArrowRight PageDown
            """;

    static final String SYNCSKETCH = """
            play-pause          Space K
            stop                S
            loop                Ctrl+L Shift+L
            mark-in             , I [
            mark-out            . O ]
            clear-range         / \\
            previous-note       <
            next-note           >
            """;

    private PresetTable() {}

    static Map<KeyAction, List<Chord>> read(String table) {
        var chords = new EnumMap<KeyAction, List<Chord>>(KeyAction.class);
        table.lines().map(line -> line.split(" +")).forEach(words -> {
            var action = KeyAction.called(words[0]).orElseThrow();
            chords.put(action, Stream.of(words).skip(1).map(Chord::of).toList());
        });
        return chords;
    }
}
