package dev.rushlight.web.content;

import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Optional;

/**
 * A thread on a line of a file.
 *
 * @param landing where the line is in the version that is looked at, when an older one was spoken of
 */
public record LineThread(NoteThread thread, InFile said, Optional<CarriedLines.Landing> landing) {

    /**
     * A thread on a line, for whoever may not read the version that it was said of: where that line is now is not told
     * then.
     */
    public static Optional<LineThread> withoutOlderVersions(NoteThread thread) {
        if (!(thread.note().place() instanceof InFile said)) {
            return Optional.empty();
        }
        var isHere = thread.note().carriedFrom().isEmpty();
        return Optional.of(new LineThread(
                thread, said, isHere ? Optional.empty() : Optional.of(CarriedLines.Landing.unknown(said.path()))));
    }

    /** As the browser's diff reads it. */
    JsonObject toJson(Identity viewer, Collection<String> submitters) {
        var note = thread.note();
        var json = note(note)
                .add("path", landing.map(CarriedLines.Landing::path).orElse(said.path()))
                .add("saidLine", said.line())
                .add("state", note.state().name())
                .add("blocking", note.blocking())
                .add("client", note.visibility() == Visibility.CLIENT && !viewer.isGuest())
                .add("mayResolve", maySettle(viewer, submitters));
        landing.ifPresentOrElse(
                found -> {
                    found.line().ifPresent(line -> json.add("line", line));
                    found.quote().ifPresent(quote -> json.add("quote", quote));
                },
                () -> json.add("line", said.line()));
        note.carriedFrom().ifPresent(version -> json.add("from", version));
        note.resolved().ifPresent(settled -> json.add("resolvedBy", settled.by()));
        var answers = Json.createArrayBuilder();
        thread.answers().forEach(answer -> answers.add(note(answer)));
        return json.add("answers", answers).build();
    }

    private static JsonObjectBuilder note(NoteDetail note) {
        return Json.createObjectBuilder()
                .add("id", note.id().toString())
                .add("author", note.author().displayName())
                .add("text", note.text())
                .add("deleted", note.state() == NoteState.DELETED)
                .add("edited", note.editedAt().isPresent())
                .add("at", note.createdAt().toString());
    }

    /** Whether there is a point in offering it; the desk decides. */
    private boolean maySettle(Identity viewer, Collection<String> submitters) {
        var isLead = viewer.kind() == PersonKind.HUMAN && viewer.role().mayLead();
        var isAuthor = thread.note().author().id().equals(viewer.id());
        var isSubmitter = !viewer.isGuest() && submitters.stream().anyMatch(viewer.username()::equalsIgnoreCase);
        return isLead || isAuthor || isSubmitter;
    }
}
