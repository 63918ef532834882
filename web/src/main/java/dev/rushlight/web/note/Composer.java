package dev.rushlight.web.note;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Where a new note is written: what it is about, its words, for whose eyes it is, and whether it blocks. */
final class Composer extends Div {

    private final NoteField field;
    private final Div where = new Div();
    private final Paragraph closed = new Paragraph();
    private final Checkbox client = new Checkbox("Clients see it");
    private final Checkbox blocks = new Checkbox("Blocks approval");
    private final Predicate<NoteId> isMineToComplete;
    private Aim aim = Aim.at(new WholeVersion(), Visibility.TEAM);
    private Optional<Subject> subject = Optional.empty();
    private final Attempts attempts = new Attempts();
    private boolean typing;

    /**
     * Hands on what was written.
     *
     * @param isMineToComplete whether this note was begun by drawing and has yet to get its words
     * @param namesPeople whether people can be named with an @
     * @param takesFiles whether files can be put beside
     */
    Composer(
            BiConsumer<Aim, String> written,
            Predicate<NoteId> isMineToComplete,
            boolean namesPeople,
            boolean takesFiles) {
        field = new NoteField("New note", namesPeople ? "Write a note · @ names somebody" : "Write a note");
        this.isMineToComplete = isMineToComplete;
        addClassName("composer");
        where.addClassName("composer-where");
        closed.addClassNames("composer-closed", "soft");
        closed.setVisible(false);
        client.setId("note-client");
        blocks.setId("note-blocks");
        client.addValueChangeListener(
                change -> aim(aim.seenBy(change.getValue() ? Visibility.CLIENT : Visibility.TEAM)));
        blocks.addValueChangeListener(change -> aim(aim.blocking(change.getValue())));
        field.setId("new-note");
        if (takesFiles) {
            field.takeFiles();
        }
        field.askForPlace();
        field.addOption(client);
        field.addOption(blocks);
        field.addTypingListener(change -> typing = change.isTyping());
        field.addDraftListener(draft -> Aim.read(draft.about()).ifPresent(this::resume));
        field.addSendListener(
                send -> written.accept(attempts.aimOf(send, isLost(aim) ? aim.afresh() : aim), send.text()));
        add(where, field, closed);
    }

    NoteField field() {
        return field;
    }

    /** Whether something stands there that was not sent. */
    boolean isTyping() {
        return typing;
    }

    void open(Subject about) {
        var another = subject.filter(about::isOfTheSame).isEmpty();
        subject = Optional.of(about);
        var may = about.mayWrite();
        field.setVisible(may);
        where.setVisible(may);
        closed.setVisible(!may);
        closed.setText(
                about.viewer().isGuest()
                        ? "Your link is for looking: you can read notes, but not write any."
                        : "Your role is viewer: you can read notes, but not write any.");
        client.setVisible(!about.viewer().isGuest());
        blocks.setVisible(about.mayBlock());
        if (another) {
            typing = false;
            field.keep(about.room(), "v" + about.version());
            show(fresh());
        } else {
            showPlace();
        }
    }

    /** Takes nothing any more; what is being typed stays to be copied. */
    void close(String why) {
        setVisible(typing);
        where.setVisible(false);
        field.refused(why);
    }

    /**
     * Begins a note there; one that somebody is at already stays where it is, and can be moved. The focus is a matter of the
     * browser, where whoever asked may be elsewhere by now.
     */
    void begin(Place place) {
        take(aim.at(place));
    }

    /** What is typed becomes the words of a note that drawing has begun. */
    void adopt(NoteId note, Place place) {
        take(new Aim(note, true, place, aim.visibility(), aim.blocking()));
    }

    private void take(Aim next) {
        var moves = !next.place().equals(aim.place()) || !next.note().equals(aim.note());
        var settled = typing && (aim.begun() || !next.begun());
        if (moves && settled) {
            showPlace();
            offer(next);
        } else {
            show(next);
        }
    }

    void sent(String uploads) {
        typing = false;
        attempts.saved();
        field.sent(uploads);
        show(fresh());
    }

    private Aim fresh() {
        var guest = subject.filter(known -> known.viewer().isGuest()).isPresent();
        return Aim.at(new WholeVersion(), guest ? Visibility.CLIENT : Visibility.TEAM);
    }

    private boolean isLost(Aim known) {
        return known.begun() && !isMineToComplete.test(known.note());
    }

    private void resume(Aim draft) {
        typing = true;
        show(isLost(draft) ? draft.afresh() : draft);
    }

    private void show(Aim next) {
        aim = next;
        client.setValue(next.visibility() == Visibility.CLIENT);
        client.setReadOnly(next.begun());
        blocks.setValue(next.blocking());
        aim(next);
        showPlace();
    }

    private void aim(Aim next) {
        aim = next;
        field.about(next.written());
        setClassName("for-clients", next.visibility() == Visibility.CLIENT);
    }

    private void showPlace() {
        where.removeAll();
        subject.ifPresent(known -> {
            var words = known.places().of(aim.place());
            var chip = new Span(words.brief());
            chip.addClassName("place-chip");
            chip.getElement().setAttribute("title", words.spoken());
            where.add(chip);
            if (aim.begun()) {
                var drawing = new Span(new Glyph(Symbol.EDIT), new Span("Drawing"));
                drawing.addClassNames("hint", "tone-busy");
                where.add(drawing);
            } else if (aim.place() instanceof WholeVersion) {
                chip.addClassName("whole");
                addFrameButton(known);
            } else {
                where.add(wholeVersion(words));
            }
        });
    }

    private NativeButton wholeVersion(PlaceWords.Words words) {
        var button = new NativeButton("", click -> {
            show(aim.at(new WholeVersion()));
            field.focus();
        });
        button.setId("note-whole");
        button.addClassName("note-icon-button");
        button.add(new Glyph(Symbol.REJECT));
        button.setTitle("About the whole version instead");
        button.getElement()
                .setAttribute("aria-label", "Not about %s: about the whole version".formatted(words.brief()));
        return button;
    }

    /** Asks the player in the browser, which knows alone where it is; without one the button is hidden. */
    private void addFrameButton(Subject known) {
        if (known.hasMedia()) {
            var button = new NativeButton("At the current frame");
            button.addClassNames("note-action", "needs-player");
            button.getElement().executeJs("this.onclick = () => document.getElementById('new-note').want()");
            where.add(button);
        }
    }

    private void offer(Aim next) {
        var words = subject.orElseThrow().places().of(next.place());
        var move = new NativeButton("Move to " + words.brief(), click -> {
            show(next);
            field.focus();
        });
        move.setId("note-move");
        move.addClassName("note-action");
        move.setTitle(words.spoken());
        where.add(move);
    }
}
