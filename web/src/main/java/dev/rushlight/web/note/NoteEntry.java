package dev.rushlight.web.note;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Countdown;
import dev.rushlight.web.look.Initials;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One note or answer with its words, files and buttons; the buttons stay when it is shown anew, and with them the focus. */
final class NoteEntry extends Div {

    private final Deeds deeds;
    private final Div shown = new Div();
    private final Div editing = new Div();
    private final Div actions = new Div();
    private final Map<Move, NativeButton> buttons = new EnumMap<>(Move.class);
    private final Map<Move, Move> senses = new EnumMap<>(Move.class);
    private Optional<NoteThread> thread = Optional.empty();
    private Optional<NoteDetail> note = Optional.empty();

    NoteEntry(Deeds deeds) {
        this.deeds = deeds;
        addClassName("note");
        actions.addClassName("note-actions");
        editing.addClassName("note-editing");
        add(shown, editing, actions);
    }

    /** @param young how much longer the words can be changed */
    void show(Subject subject, NoteThread inThread, NoteDetail detail, Set<Move> moves, Duration young) {
        thread = Optional.of(inThread);
        if (!note.equals(Optional.of(detail))) {
            shown.removeAll();
            shown.add(head(detail));
            if (detail.state() == NoteState.DELETED) {
                var gone = new Span("This note was deleted.");
                gone.addClassNames("note-gone", "faint");
                shown.add(gone);
            } else {
                content(subject, inThread, detail);
            }
        }
        note = Optional.of(detail);
        offer(subject, detail, moves, young);
    }

    private static Component head(NoteDetail detail) {
        var name = new Span(detail.author().displayName());
        name.addClassName("who");
        var when = new Span(new Ago(detail.createdAt()));
        when.addClassName("note-when");
        if (detail.editedAt().isPresent()) {
            when.add(new Span(" · edited"));
        }
        var head = new Div(new Initials(detail.author().displayName()), name, when);
        head.addClassName("note-head");
        return head;
    }

    private void content(Subject subject, NoteThread inThread, NoteDetail detail) {
        var isThread = detail.id().equals(detail.thread());
        var marks = isThread
                ? NoteMarks.ofThread(subject, detail, deeds::goTo)
                : NoteMarks.ofAnswer(detail, inThread.note());
        if (marks.getComponentCount() > 0) {
            shown.add(marks);
        }
        if (!detail.text().isEmpty()) {
            shown.add(prose(subject, detail));
        }
        if (!detail.extras().attachments().isEmpty()) {
            var own = detail.author().id().equals(subject.viewer().id());
            Consumer<AttachmentId> removed = file -> deeds.remove(detail, file);
            shown.add(new NoteFiles(
                    deeds::address, detail.extras().attachments(), own ? Optional.of(removed) : Optional.empty()));
        }
    }

    private Component prose(Subject subject, NoteDetail detail) {
        var medium = detail.place() instanceof OnFrames there ? there.media() : 0;
        var tokens = new NoteTokens(
                        detail.extras().mentions(), typed -> subject.places().find(medium, typed))
                .of(detail.text());
        return new NoteProse(tokens, frame -> deeds.goTo(frame(medium, frame)));
    }

    private static Place frame(int medium, int frame) {
        return new OnFrames(medium, FrameRange.single(frame));
    }

    private void offer(Subject subject, NoteDetail detail, Set<Move> moves, Duration young) {
        buttons.values().forEach(button -> button.setVisible(false));
        for (var move : moves) {
            var button = buttons.computeIfAbsent(move.button(), this::button);
            senses.put(move.button(), move);
            button.setVisible(true);
            button.removeAll();
            button.add(new Span(detail.text().isEmpty() && move == Move.EDIT ? "Add words" : move.word()));
            button.getElement().setAttribute("data-move", move.name().toLowerCase());
            if (move == Move.EDIT && !detail.text().isEmpty()) {
                var left = new Countdown(young);
                left.addOverListener(over -> button.setVisible(false));
                button.add(new Span(" · "), left);
            }
            button.add(ofWhich(subject, detail));
        }
    }

    /** For readers, after what everybody sees: a name that begins otherwise could not be spoken to the computer. */
    private static Span ofWhich(Subject subject, NoteDetail detail) {
        var place = subject.places(detail.version()).of(detail.place()).spoken();
        var words = new Span(": note of %s, %s".formatted(detail.author().displayName(), place));
        words.addClassName("for-readers");
        return words;
    }

    private NativeButton button(Move place) {
        var button = new NativeButton();
        button.addClassName("note-action");
        button.addClickListener(
                click -> deeds.take(senses.getOrDefault(place, place), thread.orElseThrow(), note.orElseThrow()));
        // In the order of the moves, whichever came first.
        var before = (int) buttons.keySet().stream()
                .filter(known -> known.compareTo(place) < 0)
                .count();
        actions.addComponentAtIndex(before, button);
        return button;
    }

    /** Takes the words away for a field in which they are changed. */
    void edit(NoteField field) {
        editing.removeAll();
        editing.add(field);
        shown.addClassName("being-edited");
        actions.setVisible(false);
    }

    void edited() {
        editing.removeAll();
        shown.removeClassName("being-edited");
        actions.setVisible(true);
    }

    boolean isEdited() {
        return editing.getComponentCount() > 0;
    }

    /** Where the focus goes when the field that had it is gone; whoever went on meanwhile stays where they are. */
    void focusAgain(Move move) {
        Optional.ofNullable(buttons.get(move.button()))
                .ifPresent(button ->
                        button.getElement().executeJs("if (document.activeElement === document.body) this.focus()"));
    }
}
