package dev.rushlight.web.annotation;

import dev.rushlight.feedback.AnnotationReader;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.StrokeId;
import dev.rushlight.feedback.UnacceptableStroke;
import dev.rushlight.feedback.Visibility;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/** Reads what a page asks to be drawn, or which strokes it names. */
final class StrokesAsked {

    private StrokesAsked() {}

    /** The note to draw in, begun by this if it is not there yet: on the frames of its first stroke. */
    static NoteDraft draft(StrokeAddress address, JsonObject asked) {
        var strokes = AnnotationReader.read(asked);
        if (strokes.isEmpty()) {
            throw new UnacceptableStroke("\"frames\" draw nothing");
        }
        return new NoteDraft(
                address.note(),
                address.item(),
                version(asked),
                new OnFrames(whole(asked, "media"), strokes.get(0).frames()),
                "",
                visibility(asked),
                false,
                strokes,
                Optional.empty());
    }

    /** The version that was on the screen. */
    static int version(JsonObject asked) {
        return whole(asked, "version");
    }

    static List<StrokeId> named(JsonObject asked) {
        if (asked.get("strokes") instanceof JsonArray names
                && !names.isEmpty()
                && names.stream().allMatch(name -> name instanceof JsonString)) {
            return names.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .map(name -> StrokeId.parse(name)
                            .orElseThrow(() -> new UnacceptableStroke("\"strokes\" name something that is no id")))
                    .toList();
        }
        throw new UnacceptableStroke("\"strokes\" must be a list of ids");
    }

    private static int whole(JsonObject asked, String name) {
        if (asked.get(name) instanceof JsonNumber number && number.doubleValue() == (int) number.doubleValue()) {
            return (int) number.doubleValue();
        }
        throw new UnacceptableStroke("\"%s\" must be a whole number".formatted(name));
    }

    private static Visibility visibility(JsonObject asked) {
        return switch (asked.getString("visibility", "TEAM")) {
            case "TEAM" -> Visibility.TEAM;
            case "CLIENT" -> Visibility.CLIENT;
            default -> throw new UnacceptableStroke("\"visibility\" must be \"TEAM\" or \"CLIENT\"");
        };
    }
}
