package dev.rushlight.web.guest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.review.Content;
import dev.rushlight.web.look.Ago;
import java.util.List;
import java.util.Optional;

/** What was said for clients to hear, and where a guest says more. */
final class GuestNotes extends Section {

    /** Keeps what was written, or answers why not. */
    @FunctionalInterface
    interface Write {
        String note(NoteId id, Optional<NoteId> answered, String text);
    }

    private final Optional<Write> write;
    private final PlaceWords places;

    /** @param write absent for guests who may look only */
    GuestNotes(List<NoteThread> threads, Content content, Optional<Write> write) {
        this.write = write;
        this.places = new PlaceWords(content);
        setId("guest-notes");
        addClassNames("panel", "guest-card");
        add(new H2("Notes"));
        if (threads.isEmpty()) {
            var none = new Div("Nobody has written anything yet.");
            none.addClassName("soft");
            add(none);
        }
        threads.forEach(thread -> add(thread(thread)));
        write.ifPresent(writing -> add(field("Your note", "Send", Optional.empty(), writing)));
    }

    private Component thread(NoteThread thread) {
        var all = new Div(note(thread.note()));
        all.addClassName("guest-thread");
        thread.answers().forEach(answer -> all.add(note(answer)));
        if (thread.note().state() != NoteState.DELETED) {
            write.ifPresent(writing -> {
                var answering = new Button("Answer");
                answering.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                answering.addClickListener(click -> all.replace(
                        answering,
                        field("Your answer", "Answer", Optional.of(thread.note().id()), writing)));
                all.add(answering);
            });
        }
        return all;
    }

    private Component note(NoteDetail note) {
        var author = new Span(note.author().displayName());
        author.addClassName("strong");
        var place = note.place().readBy(places);
        var about = new Div(
                author, new Span(place.isEmpty() ? "" : " · " + place), new Span(" · "), new Ago(note.createdAt()));
        if (note.state() == NoteState.RESOLVED) {
            about.add(new Span(" · resolved"));
        }
        about.addClassName("guest-note-about");
        var text = new Paragraph(note.state() == NoteState.DELETED ? "This note was deleted." : note.text());
        text.addClassName("prose");
        var whole = new Div(about, text);
        whole.addClassName("guest-note");
        return whole;
    }

    /** One id for one note, however often it is sent. */
    private static Component field(String label, String verb, Optional<NoteId> answered, Write write) {
        var id = NoteId.random();
        var text = new TextArea(label);
        text.setWidthFull();
        text.setMinRows(2);
        text.setMaxLength(10_000);
        text.setManualValidation(true);
        var send = new Button(verb, click -> {
            var complaint = write.note(id, answered, text.getValue());
            text.setErrorMessage(complaint);
            text.setInvalid(!complaint.isEmpty());
        });
        if (answered.isEmpty()) {
            text.setId("guest-note");
            send.setId("send-note");
        }
        var field = new Div(text, send);
        field.addClassName("guest-writing");
        return field;
    }
}
