package dev.rushlight.web.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.review.Media;
import dev.rushlight.web.look.WebAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The player of a version's media. Frames and keys are the browser's business: the server says what to show, and hears
 * when somebody wants to say something of a frame. Children in the slot {@code overlay} lie over the picture.
 */
@Tag("review-player")
@JsModule("./rush/room/review-player.ts")
@CssImport("./rush/room/player.css")
public final class ReviewPlayer extends Component implements HasComponents {

    /** Shows a medium, the version's number {@code index} from 0; its address must be a {@link WebAddress}. */
    public void show(Media medium, int index, String name) {
        getElement().setPropertyJson("media", PlayerJson.medium(medium, index, name));
    }

    /** The notes on all of the version's media; the player shows those of the one it plays. */
    public void pins(List<NotePin> pins) {
        getElement().setPropertyJson("pins", PlayerJson.pins(pins));
    }

    /** The address of what will be looked at next. */
    public void prefetch(Optional<String> next) {
        getElement().setProperty("next", next.orElse(null));
    }

    /** When the version was submitted: the player looks again and again for what is missing of a young one. */
    public void submitted(Instant moment) {
        getElement().setProperty("submitted", moment.toEpochMilli());
    }

    /** Goes to a frame, counted from 0, and stands still there. */
    public void seek(int frame) {
        getElement().callJsFunction("seek", frame);
    }

    public Registration addNoteWantedListener(ComponentEventListener<NoteWanted> listener) {
        return addListener(NoteWanted.class, listener);
    }

    public Registration addPinChosenListener(ComponentEventListener<PinChosen> listener) {
        return addListener(PinChosen.class, listener);
    }

    /** Hears at most twice a second where the player stands still. */
    public Registration addFrameSettledListener(ComponentEventListener<FrameSettled> listener) {
        return addListener(FrameSettled.class, listener);
    }

    public Registration addMediaFailedListener(ComponentEventListener<MediaFailed> listener) {
        return addListener(MediaFailed.class, listener);
    }
}
