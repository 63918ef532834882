package dev.rushlight.web.note;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A note, its answers, and the field in which the next answer is written; what is being written stays through changes. */
final class ThreadCard extends ListItem {

    private final Deeds deeds;
    private final NoteEntry first;
    private final OrderedList answers = new OrderedList();
    private final Div replying = new Div();
    private final Map<NoteId, NoteEntry> entries = new LinkedHashMap<>();
    private NoteThread thread;

    ThreadCard(Deeds deeds, NoteThread thread) {
        this.deeds = deeds;
        this.thread = thread;
        first = new NoteEntry(deeds);
        entries.put(thread.note().id(), first);
        addClassName("thread");
        setId("note-" + thread.note().id());
        getElement().setAttribute("tabindex", "-1");
        answers.addClassName("answers");
        answers.getElement().setAttribute("aria-label", "Answers");
        replying.addClassName("replying");
        add(first, answers, replying);
    }

    void show(Subject subject, NoteThread news, Instant now, Duration grace) {
        thread = news;
        setClassName("settled", news.note().state() != NoteState.OPEN);
        setClassName("blocking", news.note().blocking() && news.note().state() == NoteState.OPEN);
        show(first, subject, news.note(), now, grace);
        for (var answer : news.answers()) {
            var entry = entries.computeIfAbsent(answer.id(), id -> answer());
            show(entry, subject, answer, now, grace);
        }
        answers.setVisible(!news.answers().isEmpty());
    }

    private NoteEntry answer() {
        var entry = new NoteEntry(deeds);
        answers.add(new ListItem(entry));
        return entry;
    }

    private void show(NoteEntry entry, Subject subject, NoteDetail note, Instant now, Duration grace) {
        entry.show(
                subject,
                thread,
                note,
                Move.offered(subject, thread, note, now, grace),
                Duration.between(now, note.createdAt().plus(grace)));
    }

    NoteThread thread() {
        return thread;
    }

    List<NoteId> notes() {
        return List.copyOf(entries.keySet());
    }

    Optional<NoteEntry> entry(NoteId note) {
        return Optional.ofNullable(entries.get(note));
    }

    boolean isReplying() {
        return replying.getComponentCount() > 0;
    }

    /** Whether somebody is at work in this thread. */
    boolean isBusy() {
        return isReplying() || entries.values().stream().anyMatch(NoteEntry::isEdited);
    }

    void reply(NoteField field) {
        replying.removeAll();
        replying.add(field);
    }

    void replied() {
        replying.removeAll();
    }

    /** Takes the keyboard here, so that the next Tab leads to what can be done with the note. */
    void focus() {
        getElement().executeJs("this.focus({preventScroll: true})");
    }

    void choose(boolean chosen) {
        setClassName("chosen", chosen);
        if (chosen) {
            getElement().setAttribute("aria-current", "true");
            getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}
