package dev.rushlight.web.note;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.installation.Installation;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * What was said of the version on the page, and where one says more. It keeps itself current; what somebody types stays
 * where it is.
 */
@Tag("rush-notes")
@JsModule("./rush/room/notes.ts")
@CssImport("./rush/room/notes.css")
public final class NotesPanel extends HtmlContainer {

    private final NoteAccess access;
    private final NoteReading reading;
    private final NoteActs acts;
    private final LiveViews live;
    private final BackgroundWork background;

    private final Composer composer;
    private final Span status = new Span();
    private final ThreadWork work;
    private final NoteBoard board;

    /** Written under the page's lock, read by whatever thread brings news. */
    private volatile Optional<Subject> subject = Optional.empty();

    private Optional<NoteId> chosen = Optional.empty();

    @Inject
    NotesPanel(TeamNotes notes, LiveViews live, BackgroundWork background, Installation installation, Clock clock) {
        this((NoteAccess) notes, live, background, installation, clock);
    }

    /** Shows notes to whoever reads and writes them by this access. */
    public NotesPanel(
            NoteAccess access, LiveViews live, BackgroundWork background, Installation installation, Clock clock) {
        this.access = access;
        reading = new NoteReading(access);
        acts = new NoteActs(access);
        composer = new Composer(this::write, this::isWordless, access.namesPeople(), access.takesFiles());
        this.live = live;
        this.background = background;
        var grace = installation.undoGrace();
        work = new ThreadWork(acts, reading, grace, () -> subject.orElseThrow(), this::ask);
        board = new NoteBoard(
                reading, work, clock, grace, filters -> fireEvent(new FiltersChosen(this)), status::setText);
        work.serve(board);
        addClassNames("panel", "notes");
        setId("notes");
        var title = new H2("Notes");
        title.setId("notes-title");
        getElement().setAttribute("role", "region").setAttribute("aria-labelledby", "notes-title");
        status.addClassName("for-readers");
        status.getElement().setAttribute("role", "status");
        composer.field()
                .addNamesListener(asked -> composer.field().offer(asked.request(), reading.named(asked.beginning())));
        addListener(Step.class, this::step);
        addListener(Drafts.class, kept -> open(kept.names));
        add(title, composer, board, status);
    }

    /** Shows the notes of this version; of the one that is shown already, only what has changed about the item. */
    public void show(ReviewItemDetail item, int version) {
        show(new Subject(access.viewer(), item, version, access::media));
    }

    /** As above. */
    public void show(Subject now) {
        var before = subject;
        subject = Optional.of(now);
        composer.open(now);
        if (before.filter(now::isOfTheSame).isPresent()) {
            board.stay(now);
            return;
        }
        chosen = Optional.empty();
        board.show(now);
        getElement().callJsFunction("tellDrafts", now.room());
    }

    /** Which notes to show, as {@link #filters()} has written it. */
    public void filter(String written) {
        board.filter(NoteFilters.read(written));
    }

    /** Which notes are shown, to be kept in an address; empty for all. */
    public String filters() {
        return board.filters().written();
    }

    /** Begins a note there, and waits for its words. */
    public void begin(Place place) {
        composer.begin(place);
    }

    /** The words that are typed next belong to a note that drawing has begun. */
    public void adopt(NoteId note, Place place) {
        composer.adopt(note, place);
    }

    /** Whether somebody writes just now, and would lose sight of it if another version was shown. */
    public boolean isWriting() {
        return composer.isTyping() || board.isBusy();
    }

    /** Points at the thread of this note, wherever it stands. */
    public void choose(NoteId note) {
        chosen = board.choose(note).map(thread -> thread.note().id());
    }

    /** Nothing can be read or written here any more; what is being typed stays to be copied. */
    public void close(String why) {
        if (!board.isBusy()) {
            board.removeFromParent();
        }
        composer.close(why);
        setVisible(isWriting());
    }

    public Registration addPlaceListener(ComponentEventListener<PlaceAsked> listener) {
        return addListener(PlaceAsked.class, listener);
    }

    public Registration addSavedListener(ComponentEventListener<NoteSaved> listener) {
        return addListener(NoteSaved.class, listener);
    }

    public Registration addFilterListener(ComponentEventListener<FiltersChosen> listener) {
        return addListener(FiltersChosen.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<Object>(attach.getUI(), background, access.pace(), ids -> follow());
        var stop = live.onNotes(id -> {
            if (subject.filter(known -> known.item().equals(id)).isPresent()) {
                changes.accept(id);
            }
        });
        addDetachListener(detach -> {
            stop.run();
            detach.unregisterListener();
        });
        // What was written since the panel was filled, while nobody listened yet, would never appear.
        follow();
    }

    private void follow() {
        if (subject.filter(access::isOpen).isPresent()) {
            board.read();
        }
    }

    private void write(Aim wanted, String text) {
        var known = subject.orElseThrow();
        var aim = reading.settled(known, wanted, text);
        var refusal = aim.begun() ? acts.complete(known, aim, text) : acts.write(known, aim, text);
        if (refusal.isPresent()) {
            composer.field().refused(refusal.get());
            return;
        }
        composer.sent(access.uploads(known, aim.note()));
        status.setText("Note saved");
        fireEvent(new NoteSaved(this));
        board.read();
    }

    private boolean isWordless(NoteId note) {
        return subject.flatMap(known -> reading.thread(known, note)
                        .map(NoteThread::note)
                        .filter(found -> isWordless(found, note, known)))
                .isPresent();
    }

    private static boolean isWordless(NoteDetail found, NoteId note, Subject known) {
        return found.id().equals(note)
                && found.text().isEmpty()
                && found.author().id().equals(known.viewer().id());
    }

    private void ask(Place place) {
        fireEvent(new PlaceAsked(this, place));
    }

    private void step(Step step) {
        var steps = new NoteSteps(reading.pins(subject.orElseThrow()));
        steps.from(step.here(), chosen, step.forward).ifPresent(pin -> {
            choose(pin.note());
            board.card(pin.note()).ifPresent(ThreadCard::focus);
            ask(pin.place());
            status.setText(words(pin, steps));
        });
    }

    private String words(NotePin pin, NoteSteps steps) {
        return board.card(pin.note())
                .map(card -> card.thread().note())
                .map(note -> "Note %d of %d, %s, %s: %s"
                        .formatted(
                                steps.number(pin),
                                steps.count(),
                                note.author().displayName(),
                                subject.orElseThrow()
                                        .places(note.version())
                                        .of(note.place())
                                        .spoken(),
                                note.text()))
                .orElse("");
    }

    private void open(String drafts) {
        for (var name : drafts.split(",")) {
            if (name.startsWith("r:")) {
                NoteId.parse(name.substring(2)).ifPresent(work::reply);
            }
        }
    }

    /** Somebody wants to see the next note, or the one before. */
    @DomEvent("note-step")
    public static final class Step extends ComponentEvent<NotesPanel> {

        private final boolean forward;
        private final int media;
        private final int frame;

        public Step(
                NotesPanel source,
                boolean fromClient,
                @EventData("event.detail.forward") boolean forward,
                @EventData("event.detail.media") int media,
                @EventData("event.detail.frame") int frame) {
            super(source, fromClient);
            this.forward = forward;
            this.media = media;
            this.frame = frame;
        }

        private Optional<Place> here() {
            return media < 0 || frame < 0
                    ? Optional.empty()
                    : Optional.of(new OnFrames(media, FrameRange.single(frame)));
        }
    }

    /** The browser keeps drafts of answers: their names, with commas between them. */
    @DomEvent("note-drafts")
    public static final class Drafts extends ComponentEvent<NotesPanel> {

        private final String names;

        public Drafts(NotesPanel source, boolean fromClient, @EventData("event.detail.names") String names) {
            super(source, fromClient);
            this.names = names;
        }
    }
}
