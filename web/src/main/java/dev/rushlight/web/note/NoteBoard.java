package dev.rushlight.web.note;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.web.access.SignedOut;
import dev.rushlight.web.look.ErrorReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The threads of one version, as far as they were asked for, with what narrows them down and brings more. */
final class NoteBoard extends Div {

    private final NoteReading reading;
    private final Consumer<String> say;
    private final FilterBar filterBar;
    private final Button news = new Button("", click -> letIn());
    private final Paragraph none = new Paragraph();
    private final Div failure = new Div();
    private final Button older = new Button("Show older", click -> readOlder());
    private final ThreadList threads;

    private NoteFilters filters = NoteFilters.ALL;
    private Optional<Subject> subject = Optional.empty();
    private Optional<NoteCursor> end = Optional.empty();
    private int wanted = NoteReading.PAGE;

    /**
     * @param chosen told of other filters that somebody chose here
     * @param say told of what others did, to be read out
     */
    NoteBoard(
            NoteReading reading,
            Deeds deeds,
            Clock clock,
            Duration grace,
            Consumer<NoteFilters> chosen,
            Consumer<String> say) {
        this.reading = reading;
        this.say = say;
        threads = new ThreadList(deeds, clock, grace);
        filterBar = new FilterBar(next -> {
            filter(next);
            chosen.accept(next);
        });
        addClassName("note-board");
        news.setId("notes-news");
        news.addClassName("notes-news");
        news.setVisible(false);
        none.addClassNames("notes-none", "soft");
        failure.addClassName("notes-failure");
        failure.getElement().setAttribute("role", "alert");
        failure.setVisible(false);
        older.setId("notes-older");
        older.setDisableOnClick(true);
        older.addThemeNames("tertiary", "small");
        add(filterBar, news, failure, none, threads, older);
    }

    /** Shows the newest threads of another version. */
    void show(Subject about) {
        subject = Optional.of(about);
        startOver();
    }

    /** Goes on showing the same, for whom and of what may have changed in part. */
    void stay(Subject about) {
        subject = Optional.of(about);
    }

    void filter(NoteFilters next) {
        filters = next;
        startOver();
    }

    NoteFilters filters() {
        return filters;
    }

    /** Points at the thread of this note, wherever it stands. */
    Optional<NoteThread> choose(NoteId note) {
        var thread = subject.flatMap(known -> reading.thread(known, note));
        thread.ifPresent(found -> {
            var id = found.note().id();
            if (threads.card(id).isEmpty()) {
                threads.prepend(subject.orElseThrow(), found);
            }
            threads.choose(id);
        });
        return thread;
    }

    Optional<ThreadCard> card(NoteId thread) {
        return threads.card(thread);
    }

    /** Whether somebody answers or edits. */
    boolean isBusy() {
        return threads.isBusy();
    }

    private void startOver() {
        threads.clear();
        wanted = NoteReading.PAGE;
        read();
    }

    /** Reads what is shown anew. */
    void read() {
        subject.ifPresent(known -> guarded(() -> {
            var page = reading.newest(known, filters.filter(), wanted);
            var fresh = threads.isEmpty() ? List.<NoteThread>of() : unseen(page);
            if (!fresh.isEmpty()) {
                wanted += fresh.size();
                page = reading.newest(known, filters.filter(), wanted);
            }
            show(known, page, fresh);
        }));
    }

    private List<NoteThread> unseen(NoteReading.Page page) {
        return page.threads().stream()
                .filter(thread -> threads.card(thread.note().id()).isEmpty())
                .toList();
    }

    /** While somebody answers or edits, what others begin waits behind a button instead of moving the field. */
    private void show(Subject known, NoteReading.Page page, List<NoteThread> fresh) {
        var others = fresh.stream()
                .filter(thread ->
                        !thread.note().author().id().equals(known.viewer().id()))
                .toList();
        var waiting = threads.isBusy() ? others : List.<NoteThread>of();
        threads.show(
                known,
                page.threads().stream()
                        .filter(thread -> !waiting.contains(thread))
                        .toList());
        news.setVisible(!waiting.isEmpty());
        news.setText(waiting.size() == 1 ? "Show 1 new note" : "Show %d new notes".formatted(waiting.size()));
        others.forEach(thread ->
                say.accept("%s wrote a note".formatted(thread.note().author().displayName())));
        end = page.end();
        older.setVisible(page.more());
        filterBar.show(
                filters, reading.tally(known), known.version(), known.viewer().isGuest());
        none.setVisible(threads.isEmpty());
        none.setText(
                !filters.isAll()
                        ? "No notes of this sort."
                        : known.mayWrite() ? "No notes yet. The first one is yours." : "No notes yet.");
    }

    private void letIn() {
        subject.ifPresent(known -> guarded(() -> {
            threads.show(known, reading.newest(known, filters.filter(), wanted).threads());
            news.setVisible(false);
        }));
    }

    private void readOlder() {
        subject.ifPresent(known -> guarded(() -> {
            var page = reading.after(known, filters.filter(), end, NoteReading.PAGE);
            page.threads().forEach(thread -> threads.append(known, thread));
            wanted += page.threads().size();
            end = page.end().or(() -> end);
            older.setVisible(page.more());
        }));
        older.setEnabled(true);
    }

    /** What cannot be read is said in its place: the page around it goes on working. */
    private void guarded(Runnable read) {
        try {
            read.run();
            failure.setVisible(false);
        } catch (SignedOut signedOut) {
            throw signedOut;
        } catch (RuntimeException broken) {
            var report = ErrorReport.of(broken);
            failure.removeAll();
            failure.add(
                    new Span("The notes cannot be read just now (error id %s). What you type is kept."
                            .formatted(report.id())),
                    new Button("Try again", click -> read()));
            failure.setVisible(true);
        }
    }
}
