package dev.rushlight.web.content;

import dev.rushlight.review.Change;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.web.content.LinePairs.Pair;
import dev.rushlight.web.content.UnifiedDiff.Hunk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Objects;

/** A changeset as the browser's diff reads it; each line keeps the sign that says whether it came, went or stayed. */
final class ChangesetJson {

    private ChangesetJson() {}

    static JsonObject of(ChangesetContent changeset) {
        var files = Json.createArrayBuilder();
        changeset.changes().forEach(change -> files.add(file(change)));
        return Json.createObjectBuilder().add("files", files).build();
    }

    private static JsonObjectBuilder file(Change change) {
        var json = Json.createObjectBuilder()
                .add("path", change.path())
                .add("action", change.action().name())
                .add("print", print(change));
        change.oldPath().filter(old -> !old.equals(change.path())).ifPresent(old -> json.add("oldPath", old));
        change.diff().filter(text -> !text.isBlank()).map(UnifiedDiff::parse).ifPresent(diff -> {
            var pairs = new LinePairs();
            var hunks = Json.createArrayBuilder();
            diff.hunks().forEach(hunk -> hunks.add(hunk(hunk, pairs.in(hunk))));
            json.add("added", diff.added())
                    .add("removed", diff.removed())
                    .add("remarks", Json.createArrayBuilder(diff.remarks()))
                    .add("hunks", hunks);
        });
        return json;
    }

    /** Tells whether a file of one version is the same change as in another. */
    private static String print(Change change) {
        return Integer.toHexString(
                Objects.hash(change.path(), change.oldPath(), change.action().name(), change.diff()));
    }

    private static JsonObjectBuilder hunk(Hunk hunk, List<Pair> pairs) {
        var lines = Json.createArrayBuilder();
        var unended = Json.createArrayBuilder();
        for (var i = 0; i < hunk.lines().size(); i++) {
            var line = hunk.lines().get(i);
            lines.add(line.sort().sign() + line.text());
            if (line.isUnended()) {
                unended.add(i);
            }
        }
        var changed = Json.createArrayBuilder();
        pairs.forEach(pair -> changed.add(Json.createArrayBuilder()
                .add(pair.removed())
                .add(pair.added())
                .add(Json.createArrayBuilder(pair.gone()))
                .add(Json.createArrayBuilder(pair.come()))));
        return Json.createObjectBuilder()
                .add("oldLine", hunk.oldLine())
                .add("newLine", hunk.newLine())
                .add("title", hunk.title())
                .add("lines", lines)
                .add("unended", unended)
                .add("pairs", changed);
    }
}
