package dev.rushlight.web.content;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import dev.rushlight.feedback.EmptyNote;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteDeleted;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteIdTaken;
import dev.rushlight.feedback.NoteTooLong;
import dev.rushlight.feedback.TooManyNotes;
import dev.rushlight.feedback.UnacceptablePlace;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import elemental.json.JsonObject;
import jakarta.json.Json;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a changeset, which the browser fetches and draws by itself, and the notes on their lines. */
@Tag("review-diff")
@JsModule("./rush/room/diff.ts")
@CssImport("./rush/room/diff.css")
@NpmPackage(value = "lowlight", version = "3.3.0")
@NpmPackage(value = "highlight.js", version = "11.11.1")
public final class ChangesetStage extends Component {

    private static final String DETAIL = "event.detail";

    private final ReviewItemDetail item;
    private final VersionDetail shown;
    private final LineNotes notes;
    private final LiveViews live;
    private final BackgroundWork background;

    public ChangesetStage(
            ReviewItemDetail item, VersionDetail shown, LineNotes notes, LiveViews live, BackgroundWork background) {
        this.item = item;
        this.shown = shown;
        this.notes = notes;
        this.live = live;
        this.background = background;
        var reader = notes.reader();
        var element = getElement();
        element.setAttribute("source", new ChangesetAddress(item.id(), shown.number()).relative());
        element.setAttribute("reader", reader.id().value().toString());
        element.setAttribute("item", item.id().toString());
        element.setProperty("mayWrite", reader.role().mayVote());
        on("note-written", this::write);
        on("note-answered", detail -> about(detail, "to", to -> answer(detail, to)));
        on("note-resolved", detail -> about(detail, "id", note -> attempt(note, () -> notes.resolve(item, note))));
        on("note-reopened", detail -> about(detail, "id", note -> attempt(note, () -> notes.reopen(item, note))));
        refresh();
    }

    /** Brings a line into view; one that the diff does not show, its file. */
    public void show(InFile place) {
        getElement().callJsFunction("show", place.path(), place.line());
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<Object>(attach.getUI(), background, news -> refresh());
        var stop = live.onNotes(id -> {
            if (id.equals(item.id())) {
                changes.accept(id);
            }
        });
        addDetachListener(detach -> {
            stop.run();
            detach.unregisterListener();
        });
    }

    private void refresh() {
        var reader = notes.reader();
        var threads = Json.createArrayBuilder();
        notes.threads(item, shown).forEach(thread -> threads.add(thread.toJson(reader, submitters())));
        getElement().setProperty("threads", threads.build().toString());
    }

    /** Those whose work a note is about, and those who are to follow it up. */
    private Set<String> submitters() {
        return Stream.concat(
                        Stream.of(shown),
                        item.versions().stream().filter(version -> version.number() == item.currentVersion()))
                .map(VersionDetail::submitter)
                .collect(Collectors.toSet());
    }

    private void on(String event, Consumer<JsonObject> listener) {
        getElement()
                .addEventListener(
                        event, dom -> listener.accept(dom.getEventData().getObject(DETAIL)))
                .addEventData(DETAIL);
    }

    private static void about(JsonObject detail, String name, Consumer<NoteId> action) {
        NoteId.parse(detail.getString(name)).ifPresent(action);
    }

    private void write(JsonObject detail) {
        about(detail, "id", id -> {
            var place = new InFile(detail.getString("path"), (int) detail.getNumber("line"));
            attempt(
                    id,
                    () -> notes.add(item, shown, id, place, detail.getString("text"), detail.getBoolean("blocking")));
        });
    }

    private void answer(JsonObject detail, NoteId to) {
        about(detail, "id", id -> attempt(id, () -> notes.reply(item, id, to, detail.getString("text"))));
    }

    /** Does it, or says beside what was typed why not. */
    private void attempt(NoteId id, Runnable act) {
        try {
            act.run();
        } catch (EmptyNote
                | NoteTooLong
                | TooManyNotes
                | NoteIdTaken
                | NoteDeleted
                | NoSuchNote
                | UnacceptablePlace
                | NotAllowed
                | NoSuchVersion
                | NoSuchReviewItem refused) {
            getElement()
                    .callJsFunction(
                            "refused",
                            id.toString(),
                            Optional.ofNullable(refused.getMessage()).orElse("It was refused"));
            return;
        }
        refresh();
    }
}
