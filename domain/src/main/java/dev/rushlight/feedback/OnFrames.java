package dev.rushlight.feedback;

import dev.rushlight.review.Content;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.MediaType;

/**
 * Some frames of one medium; an image has one frame.
 *
 * @param media which of the version's media, counted from 0
 */
public record OnFrames(int media, FrameRange frames) implements Place {

    private static final int MOST_FRAMES = 100_000_000;

    @Override
    public void requireIn(Content content) {
        requireIn(content, media, frames);
    }

    static void requireIn(Content content, int media, FrameRange frames) {
        if (!(content instanceof MediaContent shown)) {
            throw new UnacceptablePlace("%s has no frames".formatted(content.kind()));
        }
        if (media < 0 || media >= shown.media().size()) {
            throw new UnacceptablePlace("There are %d media, and no number %d"
                    .formatted(shown.media().size(), media));
        }
        var there = framesOf(shown.media().get(media));
        if (frames.last() >= there) {
            throw new UnacceptablePlace(
                    "There are %d frames, counted from 0, and no number %d".formatted(there, frames.last()));
        }
    }

    private static int framesOf(Media medium) {
        return medium.frames().orElse(medium.type() == MediaType.IMAGE ? 1 : MOST_FRAMES);
    }

    @Override
    public <T> T readBy(PlaceReader<T> reader) {
        return reader.frames(this);
    }
}
