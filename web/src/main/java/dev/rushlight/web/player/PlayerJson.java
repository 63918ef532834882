package dev.rushlight.web.player;

import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.PlaceReader;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Media;
import dev.rushlight.web.look.WebAddress;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What the player in the browser is told, in the form of room/medium.ts; what is not known is left out. */
final class PlayerJson {

    private PlayerJson() {}

    static JsonObject medium(Media medium, int index, String name) {
        var json = Json.createObject();
        json.put("index", index);
        json.put("type", medium.type().name());
        json.put("url", WebAddress.of(medium.url()).orElseThrow());
        json.put("name", name);
        json.put("startFrame", medium.startFrame());
        json.put("dropFrame", medium.dropFrame());
        medium.posterUrl().flatMap(WebAddress::of).ifPresent(poster -> json.put("poster", poster));
        medium.rate().ifPresent(rate -> json.put("rate", rate(rate)));
        medium.frames().ifPresent(frames -> json.put("frames", frames));
        medium.tcStart().ifPresent(start -> json.put("tcStart", start));
        medium.width().ifPresent(width -> json.put("width", width));
        medium.height().ifPresent(height -> json.put("height", height));
        return json;
    }

    private static JsonObject rate(FrameRate rate) {
        var json = Json.createObject();
        json.put("num", rate.numerator());
        json.put("den", rate.denominator());
        return json;
    }

    /** The notes that are about frames and still there. */
    static JsonArray pins(List<NotePin> pins) {
        var json = Json.createArray();
        pins.stream()
                .filter(pin -> pin.state() != NoteState.DELETED)
                .forEach(pin -> pin.place()
                        .readBy(new OnlyFrames())
                        .ifPresent(place -> json.set(json.length(), pin(pin, place))));
        return json;
    }

    private static JsonObject pin(NotePin pin, OnFrames place) {
        var json = Json.createObject();
        json.put("id", pin.note().toString());
        json.put("media", place.media());
        json.put("first", place.frames().first());
        json.put("last", place.frames().last());
        json.put("state", pin.state().name());
        json.put("blocking", pin.blocking());
        json.put("author", pin.author().displayName());
        json.put("words", pin.words());
        pin.carriedFrom().ifPresent(version -> json.put("carried", version));
        return json;
    }

    private static final class OnlyFrames implements PlaceReader<Optional<OnFrames>> {

        @Override
        public Optional<OnFrames> whole(WholeVersion place) {
            return Optional.empty();
        }

        @Override
        public Optional<OnFrames> frames(OnFrames place) {
            return Optional.of(place);
        }

        @Override
        public Optional<OnFrames> file(InFile place) {
            return Optional.empty();
        }
    }
}
