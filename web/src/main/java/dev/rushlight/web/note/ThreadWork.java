package dev.rushlight.web.note;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.Place;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.web.keyboard.ReviewKeys;
import dev.rushlight.web.look.Countdown;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does what the buttons of the threads ask for, and brings the fields in which answers and changes are written. */
final class ThreadWork implements Deeds {

    private final NoteActs acts;
    private final NoteReading reading;
    private final Duration grace;
    private final Supplier<Subject> subject;
    private final Consumer<Place> placeAsked;
    private Optional<NoteBoard> board = Optional.empty();
    private Optional<Notification> offer = Optional.empty();

    /**
     * @param subject what is shown now
     * @param placeAsked told where somebody wants to look
     */
    ThreadWork(
            NoteActs acts, NoteReading reading, Duration grace, Supplier<Subject> subject, Consumer<Place> placeAsked) {
        this.acts = acts;
        this.reading = reading;
        this.grace = grace;
        this.subject = subject;
        this.placeAsked = placeAsked;
    }

    void serve(NoteBoard threads) {
        board = Optional.of(threads);
    }

    private void changed() {
        board.ifPresent(NoteBoard::read);
    }

    @Override
    public void take(Move move, NoteThread thread, NoteDetail note) {
        switch (move) {
            case REPLY -> reply(thread.note().id()).ifPresent(NoteField::focus);
            case EDIT -> edit(thread.note().id(), note);
            case DELETE -> delete(note);
            case RESOLVE -> resolve(note);
            case REOPEN, ACKNOWLEDGE, BLOCK, UNBLOCK -> does(move, note.id());
        }
    }

    @Override
    public void goTo(Place place) {
        placeAsked.accept(place);
    }

    @Override
    public String address(AttachmentId file) {
        return reading.file(subject.get(), file);
    }

    @Override
    public void remove(NoteDetail note, AttachmentId file) {
        tell(acts.remove(subject.get(), note, file));
    }

    /** Opens the field for an answer, with the draft that may be kept of it. */
    Optional<NoteField> reply(NoteId thread) {
        return board.flatMap(known -> known.card(thread))
                .filter(card -> !card.isReplying())
                .map(this::reply);
    }

    private NoteField reply(ThreadCard card) {
        var thread = card.thread().note();
        var reply = new ReplyField(subject.get(), thread, acts.takesFiles());
        var field = reply.field();
        field.addNamesListener(asked -> field.offer(asked.request(), reading.named(asked.beginning())));
        field.addSendListener(send -> {
            var aim = reading.settled(subject.get(), reply.aimOf(send), send.text());
            var refusal = acts.answer(subject.get(), thread.id(), aim, send.text());
            refusal.ifPresentOrElse(field::refused, () -> {
                reply.saved();
                field.sent(acts.uploads(subject.get(), aim.note()));
            });
            if (refusal.isEmpty()) {
                changed();
            }
        });
        field.addDoneListener(done -> {
            card.replied();
            card.entry(thread.id()).ifPresent(entry -> entry.focusAgain(Move.REPLY));
            changed();
        });
        card.reply(field);
        return field;
    }

    private void edit(NoteId thread, NoteDetail note) {
        board.flatMap(known -> known.card(thread))
                .flatMap(card -> card.entry(note.id()))
                .filter(entry -> !entry.isEdited())
                .ifPresent(entry -> edit(entry, note));
    }

    private void edit(NoteEntry entry, NoteDetail note) {
        var field = new NoteField("Words of the note", "Write what the drawing means");
        field.type(note.text());
        field.keep(subject.get().room(), "e:" + note.id());
        field.sendWith("Save");
        field.offerCancel();
        field.addNamesListener(asked -> field.offer(asked.request(), reading.named(asked.beginning())));
        field.addSendListener(send -> {
            var refusal = acts.edit(subject.get(), note.id(), send.text());
            refusal.ifPresentOrElse(field::refused, () -> field.sent(""));
        });
        field.addDoneListener(done -> {
            entry.edited();
            changed();
        });
        entry.edit(field);
        field.focus();
    }

    private void resolve(NoteDetail note) {
        if (does(Move.RESOLVE, note.id())) {
            offerBack(Symbol.DELIVERED, Tone.GOOD, "Resolved", "undo-resolve", () -> does(Move.REOPEN, note.id()));
        }
    }

    private void delete(NoteDetail note) {
        if (does(Move.DELETE, note.id())) {
            offerBack(
                    Symbol.DELETE,
                    Tone.QUIET,
                    "Note deleted",
                    "undo-delete",
                    () -> tell(acts.restore(subject.get(), note.id())));
        }
    }

    /** For as long as hubs have not heard of it. */
    private void offerBack(Symbol symbol, Tone tone, String what, String id, Runnable back) {
        offer.ifPresent(Notification::close);
        if (grace.isZero()) {
            return;
        }
        var left = new Span(new Countdown(grace));
        left.addClassName("toast-until");
        var undo = new Button("Undo", click -> {
            offer.ifPresent(Notification::close);
            back.run();
        });
        undo.setId(id);
        ReviewKeys.hint(undo, KeyAction.UNDO_LAST);
        offer = Optional.of(Toast.show(symbol, tone, grace, what, left, undo));
    }

    private boolean does(Move move, NoteId note) {
        return tell(acts.take(move, subject.get(), note));
    }

    private boolean tell(Optional<String> refusal) {
        refusal.ifPresent(why -> Toast.show(Symbol.WARNING, Tone.CARE, why));
        changed();
        return refusal.isEmpty();
    }
}
