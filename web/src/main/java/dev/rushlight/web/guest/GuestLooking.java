package dev.rushlight.web.guest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.PlaceReader;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.ContentReader;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.TaskContent;
import dev.rushlight.reviewsession.GuestItem;
import dev.rushlight.web.content.ChangesetStage;
import dev.rushlight.web.content.LineAccess;
import dev.rushlight.web.content.TaskStage;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.note.NotesPanel;
import dev.rushlight.web.player.AnnotationLayer;
import dev.rushlight.web.player.MediaStage;
import dev.rushlight.web.player.NotesOnPicture;
import java.util.List;
import java.util.Optional;

/** What a guest looks at: the player, or a changeset or task to read, tied to the notes beside it. */
final class GuestLooking extends Div implements ContentReader<Component>, PlaceReader<Boolean> {

    private final GuestItem item;
    private final Identity guest;
    private final boolean draws;
    private final NotesPanel notes;
    private final LineAccess lines;
    private final LiveViews live;
    private final BackgroundWork background;
    private Optional<MediaStage> media = Optional.empty();
    private Optional<ChangesetStage> changeset = Optional.empty();

    /** @param draws whether the guest may say anything */
    GuestLooking(
            GuestItem item,
            Identity guest,
            boolean draws,
            NotesPanel notes,
            LineAccess lines,
            LiveViews live,
            BackgroundWork background) {
        this.item = item;
        this.guest = guest;
        this.draws = draws;
        this.notes = notes;
        this.lines = lines;
        this.live = live;
        this.background = background;
        addClassName("stage");
        notes.addPlaceListener(asked -> asked.place().readBy(this));
    }

    void show() {
        add(item.content().readBy(this));
    }

    /** Whether something stands on a line that was not sent. */
    boolean isTyping() {
        return changeset.filter(ChangesetStage::isTyping).isPresent();
    }

    /** Shows nothing any more but what is being typed. */
    void close() {
        changeset.filter(ChangesetStage::isTyping).ifPresentOrElse(ChangesetStage::close, this::removeAll);
    }

    void pins(List<NotePin> pins) {
        media.ifPresent(stage -> stage.player().pins(pins));
    }

    @Override
    public Component media(MediaContent content) {
        var layer = new AnnotationLayer(live, background);
        layer.serveGuest();
        var stage = new MediaStage(
                "%s v%d".formatted(item.name(), item.version()),
                content,
                layer,
                medium -> layer.show(guest, draws, item.item(), item.version(), medium));
        stage.player().submitted(item.submittedAt());
        NotesOnPicture.tie(stage, layer, notes);
        media = Optional.of(stage);
        return stage;
    }

    @Override
    public Component changeset(ChangesetContent content) {
        var stage = new ChangesetStage(lines, live, background);
        changeset = Optional.of(stage);
        return stage;
    }

    @Override
    public Component task(TaskContent task) {
        return new TaskStage(task);
    }

    @Override
    public Boolean whole(WholeVersion place) {
        return false;
    }

    @Override
    public Boolean frames(OnFrames place) {
        media.ifPresent(stage -> stage.show(place));
        return media.isPresent();
    }

    @Override
    public Boolean file(InFile place) {
        changeset.ifPresent(stage -> stage.show(place));
        return changeset.isPresent();
    }
}
