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
import dev.rushlight.review.StaleVersion;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import elemental.json.JsonObject;
import jakarta.json.Json;
import java.util.Optional;
import java.util.function.Consumer;

/** The files of a changeset, which the browser fetches and draws by itself, and the notes on their lines. */
@Tag("review-diff")
@JsModule("./rush/room/diff.ts")
@CssImport("./rush/room/diff.css")
@NpmPackage(value = "lowlight", version = "3.3.0")
@NpmPackage(value = "highlight.js", version = "11.11.1")
public final class ChangesetStage extends Component {

    private static final String DETAIL = "event.detail";

    private final LineAccess lines;
    private final LiveViews live;
    private final BackgroundWork background;
    private boolean typing;

    public ChangesetStage(LineAccess lines, LiveViews live, BackgroundWork background) {
        this.lines = lines;
        this.live = live;
        this.background = background;
        var element = getElement();
        element.setAttribute("source", lines.source());
        element.setAttribute("reader", lines.reader().id().value().toString());
        element.setAttribute("item", lines.item().toString());
        element.setProperty("mayWrite", lines.mayWrite());
        element.setProperty("mayBlock", lines.mayBlock());
        on("line-typing", detail -> typing = detail.getBoolean("typing"));
        on("note-written", this::write);
        on("note-answered", detail -> about(detail, "to", to -> answer(detail, to)));
        on("note-resolved", detail -> about(detail, "id", note -> attempt(note, () -> lines.resolve(note))));
        on("note-reopened", detail -> about(detail, "id", note -> attempt(note, () -> lines.reopen(note))));
    }

    /** Brings a line into view; one that the diff does not show, its file. */
    public void show(InFile place) {
        getElement().callJsFunction("show", place.path(), place.line());
    }

    /** Whether something stands on a line that was not sent. */
    public boolean isTyping() {
        return typing;
    }

    /** Nothing can be read here any more; what is being typed stays to be copied. */
    public void close() {
        getElement().setProperty("threads", "[]");
        getElement().callJsFunction("close");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<Object>(attach.getUI(), background, lines.pace(), news -> follow());
        var stop = live.onNotes(id -> {
            if (id.equals(lines.item())) {
                changes.accept(id);
            }
        });
        addDetachListener(detach -> {
            stop.run();
            detach.unregisterListener();
        });
        follow(); // not before anybody listens: what is written in between would never appear
    }

    private void follow() {
        if (lines.isOpen()) {
            refresh();
        }
    }

    private void refresh() {
        var reader = lines.reader();
        var submitters = lines.submitters();
        var threads = Json.createArrayBuilder();
        lines.threads().forEach(thread -> threads.add(thread.toJson(reader, submitters)));
        getElement().setProperty("threads", threads.build().toString());
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
            attempt(id, () -> lines.write(id, place, detail.getString("text"), detail.getBoolean("blocking")));
        });
    }

    private void answer(JsonObject detail, NoteId to) {
        about(detail, "id", id -> attempt(id, () -> lines.answer(id, to, detail.getString("text"))));
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
                | NoSuchReviewItem
                | StaleVersion
                | LinkLeadsNowhere
                | TooManyGuestActs refused) {
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
