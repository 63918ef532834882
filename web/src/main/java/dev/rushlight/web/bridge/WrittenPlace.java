package dev.rushlight.web.bridge;

import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.PlaceReader;
import dev.rushlight.feedback.WholeVersion;
import jakarta.json.JsonObjectBuilder;

/** Writes what a note is about into the note: nothing for the whole version. */
final class WrittenPlace implements PlaceReader<JsonObjectBuilder> {

    private final JsonObjectBuilder note;

    WrittenPlace(JsonObjectBuilder note) {
        this.note = note;
    }

    @Override
    public JsonObjectBuilder whole(WholeVersion place) {
        return note;
    }

    @Override
    public JsonObjectBuilder frames(OnFrames place) {
        return note.add("media", place.media())
                .add("frame", place.frames().first())
                .add("frameEnd", place.frames().last());
    }

    @Override
    public JsonObjectBuilder file(InFile place) {
        return note.add("path", place.path()).add("line", place.line());
    }
}
