package dev.rushlight.web.player;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import java.util.Optional;

/**
 * What is drawn on a medium, laid over the player whose child it is. Strokes travel between the browser and {@code
 * /annotations} alone; the page only wakes the layer when something about the notes of its item changed.
 */
@Tag("review-annotations")
@JsModule("./rush/room/annotation-layer.ts")
public final class AnnotationLayer extends Component {

    /** Where strokes travel to and from for guests; the address is read by the browser. */
    private static final String GUESTS = "annotations/guest";

    private final LiveViews live;
    private final BackgroundWork background;

    /** Written under the page's lock, read by whatever thread brings news. */
    private volatile Optional<ReviewItemId> item = Optional.empty();

    public AnnotationLayer(LiveViews live, BackgroundWork background) {
        this.live = live;
        this.background = background;
        setId("annotations");
        getElement().setAttribute("slot", "overlay");
    }

    /** Shows what is drawn on one medium of a version, and lets the viewer draw who may write notes. */
    public void show(Identity viewer, ReviewItemId on, int version, int media) {
        show(viewer, viewer.role().mayVote(), on, version, media);
    }

    /** As above, for those of whom it is known elsewhere whether they may draw. */
    public void show(Identity viewer, boolean draws, ReviewItemId on, int version, int media) {
        item = Optional.of(on);
        getElement().setProperty("person", viewer.id().toString());
        getElement().setProperty("readonly", !draws);
        getElement().setProperty("item", on.value().toString());
        getElement().setProperty("version", version);
        getElement().setProperty("media", media);
    }

    /** Strokes are read and written as a guest may, by the link that the browser came in by. */
    public void serveGuest() {
        getElement().setProperty("root", GUESTS);
        writeFor(Visibility.CLIENT);
    }

    /** For whose eyes the notes are that drawing begins; for the team's unless told otherwise. */
    public void writeFor(Visibility eyes) {
        getElement().setProperty("visibility", eyes.name());
    }

    /** Shows the strokes of this note before all others; of none if it is empty. */
    public void focus(Optional<NoteId> note) {
        getElement().callJsFunction("noteFocus", note.map(NoteId::toString).orElse(""));
    }

    /** The note that was drawn in is sent: the next stroke begins another one. */
    public void endDrawing() {
        getElement().callJsFunction("endDrawing");
    }

    public Registration addDrawingBegunListener(ComponentEventListener<DrawingBegun> listener) {
        return addListener(DrawingBegun.class, listener);
    }

    public Registration addDrawingSavedListener(ComponentEventListener<DrawingSaved> listener) {
        return addListener(DrawingSaved.class, listener);
    }

    public Registration addDrawingEndedListener(ComponentEventListener<DrawingEnded> listener) {
        return addListener(DrawingEnded.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<ReviewItemId>(
                attach.getUI(), background, ids -> getElement().callJsFunction("refresh"));
        var stop = live.onNotes(changed -> {
            if (item.filter(changed::equals).isPresent()) {
                changes.accept(changed);
            }
        });
        addDetachListener(detach -> {
            stop.run();
            detach.unregisterListener();
        });
    }
}
