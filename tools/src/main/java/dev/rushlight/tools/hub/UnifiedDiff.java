package dev.rushlight.tools.hub;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A diff as {@code git diff} writes it, taken apart into the changes of a submission, one for each file. */
final class UnifiedDiff {

    private static final Pattern FILE = Pattern.compile("^diff --git ", Pattern.MULTILINE);
    private static final Pattern FIRST_HUNK = Pattern.compile("^@@ ", Pattern.MULTILINE);
    private static final Pattern NAMES = Pattern.compile("diff --git \"?a/(.*?)\"? \"?b/(.*?)\"?");

    private UnifiedDiff() {}

    static JsonArray changes(String diff) {
        var changes = Json.createArrayBuilder();
        var parts = parts(diff);
        if (parts.isEmpty()) {
            throw CommandFailed.usage("The diff holds no file; it must be one as 'git diff' writes it");
        }
        parts.forEach(part -> changes.add(change(part)));
        return changes.build();
    }

    private static List<String> parts(String diff) {
        var parts = new ArrayList<String>();
        var file = FILE.matcher(diff);
        var begun = file.find() ? file.start() : diff.length();
        while (begun < diff.length()) {
            var end = file.find() ? file.start() : diff.length();
            parts.add(diff.substring(begun, end));
            begun = end;
        }
        return parts;
    }

    private static JsonObject change(String part) {
        var hunk = FIRST_HUNK.matcher(part);
        var head = hunk.find() ? part.substring(0, hunk.start()) : part;
        var names = NAMES.matcher(head.lines().findFirst().orElse(""));
        if (!names.matches()) {
            throw CommandFailed.usage(
                    "The diff has a file without a name: %s",
                    head.lines().findFirst().orElse(""));
        }
        var change = Json.createObjectBuilder()
                .add(
                        "path",
                        after(head, "rename to ")
                                .or(() -> after(head, "+++ b/"))
                                .orElse(names.group(2)));
        var oldPath = after(head, "rename from ");
        oldPath.ifPresent(path -> change.add("oldPath", path));
        change.add("action", oldPath.isPresent() ? "rename" : action(head));
        if (head.length() < part.length()) {
            change.add("diff", part.substring(Math.max(0, head.indexOf("\n--- ") + 1)));
        }
        return change.build();
    }

    private static String action(String head) {
        if (after(head, "new file mode ").isPresent()) {
            return "add";
        }
        return after(head, "deleted file mode ").isPresent() ? "delete" : "modify";
    }

    private static Optional<String> after(String head, String prefix) {
        return head.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).stripTrailing())
                .findFirst();
    }
}
