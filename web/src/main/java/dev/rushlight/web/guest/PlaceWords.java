package dev.rushlight.web.guest;

import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.PlaceReader;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.review.Content;
import dev.rushlight.review.MediaContent;

/** What a note is about, counted as the work counts; nothing for a whole version. */
record PlaceWords(Content content) implements PlaceReader<String> {

    @Override
    public String whole(WholeVersion place) {
        return "";
    }

    @Override
    public String frames(OnFrames place) {
        var start = content instanceof MediaContent shown
                        && place.media() < shown.media().size()
                ? shown.media().get(place.media()).startFrame()
                : 0;
        var frames = place.frames();
        return frames.isSingle()
                ? "frame %d".formatted(start + frames.first())
                : "frames %d–%d".formatted(start + frames.first(), start + frames.last());
    }

    @Override
    public String file(InFile place) {
        return "%s:%d".formatted(place.path(), place.line());
    }
}
