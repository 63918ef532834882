package dev.rushlight.feedback;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** A note as the ledger keeps it. */
final class NoteJson {

    private NoteJson() {}

    static JsonObjectBuilder naming(Note note) {
        return Json.createObjectBuilder().add("note", note.id().toString());
    }

    static JsonObjectBuilder of(Note note) {
        var json = naming(note)
                .add("thread", note.thread().toString())
                .add("version", note.versionNumber())
                .add("text", note.text())
                .add("visibility", note.visibility().name())
                .add("blocking", note.isBlocking())
                .add("resolved", note.isResolved());
        return note.place().readBy(new PlaceWriter(json));
    }

    /** Writes each shape of place. */
    private record PlaceWriter(JsonObjectBuilder json) implements PlaceReader<JsonObjectBuilder> {

        @Override
        public JsonObjectBuilder whole(WholeVersion place) {
            return json;
        }

        @Override
        public JsonObjectBuilder frames(OnFrames place) {
            return json.add("media", place.media())
                    .add("frame", place.frames().first())
                    .add("frameEnd", place.frames().last());
        }

        @Override
        public JsonObjectBuilder file(InFile place) {
            return json.add("file", place.path()).add("line", place.line());
        }
    }
}
