package dev.rushlight.web.annotation;

import dev.rushlight.feedback.DrawnNote;
import dev.rushlight.feedback.Sheet;
import dev.rushlight.people.Identity;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;

/** A sheet as pages read it: the notes that were drawn in, and each stroke with the number of its note among these. */
final class SheetJson {

    private SheetJson() {}

    static JsonObject of(Sheet sheet, Identity viewer) {
        var numbers = new LinkedHashMap<DrawnNote, Integer>();
        var strokes = Json.createArrayBuilder();
        for (var mark : sheet.marks()) {
            var number = numbers.computeIfAbsent(mark.note(), note -> numbers.size());
            strokes.add(Json.createObjectBuilder()
                    .add("uuid", mark.stroke().toString())
                    .add("note", number)
                    .add("frame", mark.frames().first())
                    .add("frameEnd", mark.frames().last()));
        }
        var notes = Json.createArrayBuilder();
        for (var note : numbers.keySet()) {
            notes.add(Json.createObjectBuilder()
                    .add("note", note.id().toString())
                    .add("author", note.displayName())
                    .add("own", note.author().equals(viewer.id()))
                    .add("version", note.version())
                    .add("resolved", note.resolved()));
        }
        return Json.createObjectBuilder()
                .add("truncated", sheet.truncated())
                .add("notes", notes)
                .add("strokes", strokes)
                .build();
    }
}
