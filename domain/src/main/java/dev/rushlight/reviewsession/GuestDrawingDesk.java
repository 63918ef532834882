package dev.rushlight.reviewsession;

import dev.rushlight.feedback.Annotations;
import dev.rushlight.feedback.Drawing;
import dev.rushlight.feedback.DrawingDesk;
import dev.rushlight.feedback.Mark;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.Sheet;
import dev.rushlight.feedback.StrokeId;
import dev.rushlight.feedback.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What guests see drawn on the version that they look at, and what they draw there: nothing but what is for clients. */
@ApplicationScoped
@Transactional
public class GuestDrawingDesk {

    private final GuestAdmittance admittance;
    private final Annotations annotations;
    private final DrawingDesk drawings;

    @Inject
    GuestDrawingDesk(GuestAdmittance admittance, Annotations annotations, DrawingDesk drawings) {
        this.admittance = admittance;
        this.annotations = annotations;
        this.drawings = drawings;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestDrawingDesk() { // for CDI
        this(null, null, null);
    }

    /** Where one medium is drawn on; nothing if the version has no such medium. */
    public Optional<Sheet> sheet(GuestSight at, int media) {
        return annotations.sheet(admittance.looking(at), at.item(), at.version(), media);
    }

    /** Those of these strokes that are on the medium; no others, wherever they are. */
    public Drawing strokes(GuestSight at, int media, Collection<StrokeId> ids) {
        var guest = admittance.looking(at);
        Set<StrokeId> there = annotations.sheet(guest, at.item(), at.version(), media).stream()
                .flatMap(sheet -> sheet.marks().stream())
                .map(Mark::stroke)
                .collect(Collectors.toSet());
        return annotations.strokes(
                guest, at.item(), ids.stream().filter(there::contains).toList());
    }

    /** Draws in the guest's own note, which is begun by it if it is not there yet, for the eyes of clients. */
    public void draw(GuestSight at, GuestNote note) {
        drawings.draw(
                admittance.acting(at, GuestRight.COMMENT),
                new NoteDraft(
                        note.id(),
                        at.item(),
                        at.version(),
                        note.place(),
                        note.text(),
                        Visibility.CLIENT,
                        false,
                        note.strokes(),
                        Optional.empty()));
    }

    public void takeBack(GuestSight at, NoteId note, Collection<StrokeId> strokes) {
        drawings.remove(admittance.acting(at, GuestRight.COMMENT), at.item(), note, strokes);
    }

    public void putBack(GuestSight at, NoteId note, Collection<StrokeId> strokes) {
        drawings.restore(admittance.acting(at, GuestRight.COMMENT), at.item(), note, strokes);
    }
}
