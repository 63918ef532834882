package dev.rushlight.web.item;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.PlaceReader;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.TaskContent;
import dev.rushlight.review.VersionId;
import dev.rushlight.web.content.ChangesetStage;
import dev.rushlight.web.content.TaskStage;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.note.NotesPanel;
import dev.rushlight.web.player.AnnotationLayer;
import dev.rushlight.web.player.MediaStage;
import dev.rushlight.web.player.NotesOnPicture;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What there is to look at of a version, tied to the notes beside it: a note leads to its frames or its line, a frame or a
 * drawing to its note.
 */
final class Looking extends Div implements PlaceReader<Boolean> {

    private final LookDesks desks;
    private final Room room;
    private final NotesPanel notes;
    private final Supplier<Optional<String>> next;

    /** What the stage was built for; a refresh must not stop a video. */
    private Optional<VersionId> built = Optional.empty();

    private Optional<MediaStage> media = Optional.empty();
    private Optional<ChangesetStage> changeset = Optional.empty();

    /** @param next the address of what will be looked at after this, to be fetched ahead */
    Looking(LookDesks desks, Room room, NotesPanel notes, Supplier<Optional<String>> next) {
        this.desks = desks;
        this.room = room;
        this.notes = notes;
        this.next = next;
        addClassName("stage");
        notes.addPlaceListener(asked -> show(asked.place()));
    }

    /** Shows the version that is on the page now. */
    void show() {
        var version = room.version();
        if (built.filter(version.id()::equals).isPresent()) {
            return;
        }
        clear();
        add(content());
        version.description().filter(text -> !text.isBlank()).ifPresent(text -> add(description(text)));
        built = Optional.of(version.id());
        showPins();
        if (isAttached()) {
            remember(version.id());
        }
    }

    /** The page hears news from now on: also that of the version having been seen, which comes back as any other. */
    void hearing() {
        built.ifPresent(this::remember);
    }

    /** Whoever opens a version has seen it. */
    private void remember(VersionId version) {
        try {
            desks.reviews().seen(room.person(), version);
        } catch (NoSuchVersion | NoSuchReviewItem gone) {
            room.refresh();
        }
    }

    void clear() {
        removeAll();
        built = Optional.empty();
        media = Optional.empty();
        changeset = Optional.empty();
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

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<Object>(attach.getUI(), desks.background(), ids -> showPins());
        var stop = desks.live().onNotes(id -> {
            if (built.isPresent() && id.equals(room.item().id())) {
                changes.accept(id);
            }
        });
        addDetachListener(detach -> {
            stop.run();
            detach.unregisterListener();
        });
    }

    private void show(Place place) {
        place.readBy(this);
    }

    private void showPins() {
        media.ifPresent(stage -> stage.player()
                .pins(desks.notes()
                        .pins(room.person(), room.item().id(), room.version().number())));
    }

    private Component content() {
        var content = desks.items().content(room.person(), room.version().id());
        // A sealed type without pattern switch: the kind is the discriminator.
        return switch (content.kind()) {
            case ASSET -> pictures((MediaContent) content);
            case CHANGESET -> files();
            case TASK -> new TaskStage((TaskContent) content);
        };
    }

    private Component files() {
        var stage =
                new ChangesetStage(desks.lineNotes().on(room.item(), room.version()), desks.live(), desks.background());
        changeset = Optional.of(stage);
        return stage;
    }

    private Component pictures(MediaContent content) {
        var item = room.item().id();
        var version = room.version().number();
        var layer = new AnnotationLayer(desks.live(), desks.background());
        var stage = new MediaStage(
                "%s v%d".formatted(room.item().name(), version),
                content,
                layer,
                medium -> layer.show(room.person(), item, version, medium));
        media = Optional.of(stage);
        stage.fetchAhead(next.get());
        stage.player().submitted(room.version().submittedAt());
        NotesOnPicture.tie(stage, layer, notes);
        return stage;
    }

    private static Component description(String text) {
        var words = new Paragraph(text);
        words.addClassName("prose");
        var description = new Div(new H3("About this version"), words);
        description.addClassNames("sheet", "description");
        return description;
    }
}
