package dev.rushlight.web.note;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.Settled;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.function.Consumer;

/** What there is to know about a note before one reads it: where, how grave, for whose eyes, and how it stands. */
final class NoteMarks extends Div {

    private NoteMarks() {
        addClassName("note-marks");
    }

    static NoteMarks ofThread(Subject subject, NoteDetail note, Consumer<Place> placeChosen) {
        var marks = new NoteMarks();
        marks.place(subject, note, placeChosen);
        if (note.blocking() && note.state() == NoteState.OPEN) {
            marks.badge("Blocks approval", Symbol.WARNING, Tone.BAD);
        }
        if (!subject.viewer().isGuest()) {
            marks.eyes(note.visibility());
        }
        if (note.drawn()) {
            marks.badge("Drawing", Symbol.EDIT, Tone.BUSY);
        }
        note.carriedFrom()
                .ifPresent(version -> marks.badge("Unresolved from v" + version, Symbol.SUPERSEDED, Tone.CARE));
        note.resolved().ifPresent(by -> marks.settled("Resolved", Symbol.DELIVERED, Tone.GOOD, by));
        if (note.resolved().isEmpty()) {
            note.acknowledged().ifPresent(by -> marks.settled("Will be done", Symbol.CLOCK, Tone.BUSY, by));
        }
        return marks;
    }

    private void eyes(Visibility visibility) {
        switch (visibility) {
            case CLIENT -> badge("Client", Symbol.EYE, Tone.CARE);
            case TEAM -> badge("Team", Symbol.PEOPLE, Tone.QUIET);
        }
    }

    /** An answer says only in what it differs from its thread. */
    static NoteMarks ofAnswer(NoteDetail note, NoteDetail thread) {
        var marks = new NoteMarks();
        if (note.visibility() != thread.visibility()) {
            marks.badge("Team", Symbol.PEOPLE, Tone.QUIET);
        }
        if (note.drawn()) {
            marks.badge("Drawing", Symbol.EDIT, Tone.BUSY);
        }
        return marks;
    }

    private void place(Subject subject, NoteDetail note, Consumer<Place> placeChosen) {
        var words = subject.places(note.version()).of(note.place());
        if (note.place() instanceof WholeVersion) {
            var whole = new Span(words.brief());
            whole.addClassNames("place-chip", "whole");
            add(whole);
            return;
        }
        var chip = new NativeButton(words.brief(), click -> placeChosen.accept(note.place()));
        chip.addClassName("place-chip");
        chip.setTitle(words.spoken());
        chip.getElement().setAttribute("aria-label", "Show " + lowerFirst(words.spoken()));
        add(chip);
    }

    private static String lowerFirst(String spoken) {
        return spoken.startsWith("Frame") || spoken.startsWith("The ")
                ? spoken.substring(0, 1).toLowerCase() + spoken.substring(1)
                : spoken;
    }

    private void badge(String word, Symbol symbol, Tone tone) {
        add(new Badge(new Appearance(word, symbol, tone)));
    }

    private void settled(String word, Symbol symbol, Tone tone, Settled by) {
        var mark = new Span(new Glyph(symbol), new Span("%s by %s, ".formatted(word, by.by())), new Ago(by.at()));
        mark.addClassNames("note-settled", tone.styleClass());
        add(mark);
    }
}
