package dev.rushlight.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.review.Media;
import dev.rushlight.web.note.PlaceWords.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceWordsTest {

    @Test
    void framesAreCalledAsTheStudioCountsThem() {
        assertThat(of(NoteSamples.frames(43, 43), NoteSamples.video(100)))
                .isEqualTo(new Words("1044", "Frame 1044, 00:00:01:19"));
        assertThat(of(NoteSamples.frames(43, 59), NoteSamples.video(100)))
                .isEqualTo(new Words("1044–1060", "Frames 1044 to 1060, 00:00:01:19 to 00:00:02:11"));
    }

    @Test
    void ofSeveralMediaItIsSaidWhich() {
        var second = new OnFrames(1, FrameRange.single(0));
        assertThat(of(second, NoteSamples.video(100), NoteSamples.video(100)))
                .isEqualTo(new Words("#2 · 1001", "Frame 1001, 00:00:00:00, medium 2 of 2"));
        assertThat(of(second, NoteSamples.video(100), NoteSamples.image()))
                .isEqualTo(new Words("Image 2", "Image 2 of 2"));
        assertThat(of(NoteSamples.frames(0, 0), NoteSamples.image())).isEqualTo(new Words("Image", "The image"));
    }

    @Test
    void aMediumThatIsUnknownHasItsFramesFromZero() {
        assertThat(of(NoteSamples.frames(4, 4))).isEqualTo(new Words("4", "Frame 4"));
    }

    @Test
    void linesAndWholeVersionsAreCalledByTheirNames() {
        assertThat(of(new InFile("rigs/hero/arm.py", 12)))
                .isEqualTo(new Words("arm.py:12", "rigs/hero/arm.py, line 12"));
        assertThat(of(new WholeVersion()).brief()).isEqualTo("Whole version");
    }

    private static Words of(Place place, Media... media) {
        return new PlaceWords(List.of(media)).of(place);
    }
}
