package dev.rushlight.it;

import dev.rushlight.feedback.FrameClock;
import dev.rushlight.review.FrameRate;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The clips that every Rushlight serves, whose frames carry their numbers in the picture. */
enum NumberedClips {
    FILM_ON_VIDEO(new FrameRate(24000, 1001), false),
    FILM(new FrameRate(24, 1), false),
    PAL(new FrameRate(25, 1), false),
    NTSC(new FrameRate(30000, 1001), true),
    DOUBLE_NTSC(new FrameRate(60000, 1001), true);

    static final int FRAMES = 200;
    static final int START_FRAME = 1001;

    /** So that drop-frame time code leaves out numbers on the way. */
    private static final String START = "00:59:58:00";

    private final FrameRate rate;
    private final boolean dropFrame;

    NumberedClips(FrameRate rate, boolean dropFrame) {
        this.rate = rate;
        this.dropFrame = dropFrame;
    }

    FrameRate rate() {
        return rate;
    }

    /** How the server reckons with this clip. */
    FrameClock clock() {
        return FrameClock.of(rate, OptionalInt.of(FRAMES), START_FRAME, Optional.of(START), dropFrame);
    }

    /** All of them, as the media of one version. */
    static JsonArray media(URI site) {
        var media = Json.createArrayBuilder();
        List.of(values())
                .forEach(clip -> media.add(Json.createObjectBuilder()
                        .add("url", site.resolve(clip.address()).toString())
                        .add("type", "video/mp4")
                        .add(
                                "rate",
                                Json.createArrayBuilder()
                                        .add(clip.rate.numerator())
                                        .add(clip.rate.denominator()))
                        .add("frames", FRAMES)
                        .add("startFrame", START_FRAME)
                        .add("tcStart", START)
                        .add("dropFrame", clip.dropFrame)
                        .add("width", 192)
                        .add("height", 64)));
        return media.build();
    }

    private String address() {
        return "/frame-check/%d-%d.mp4".formatted(rate.numerator(), rate.denominator());
    }
}
