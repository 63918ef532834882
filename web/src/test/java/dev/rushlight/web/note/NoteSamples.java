package dev.rushlight.web.note;

import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteExtras;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.Settled;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.people.Identity;
import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaType;
import dev.rushlight.web.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Notes to look at. */
final class NoteSamples {

    private NoteSamples() {}

    static Place frames(int first, int last) {
        return new OnFrames(0, new FrameRange(first, last));
    }

    static Media video(int frames) {
        return new Media(
                URI.create("http://artist/clip.mp4"),
                MediaType.VIDEO,
                "video/mp4",
                Optional.empty(),
                Optional.of(new FrameRate(24, 1)),
                OptionalInt.of(frames),
                1001,
                Optional.empty(),
                false,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    static NoteAuthor author() {
        return author(Samples.reviewer());
    }

    private static NoteAuthor author(Identity person) {
        return new NoteAuthor(person.id(), person.username(), person.displayName(), person.role(), person.kind());
    }

    static Media image() {
        return new Media(
                URI.create("http://artist/still.png"),
                MediaType.IMAGE,
                "image/png",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                1001,
                Optional.empty(),
                false,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    static Builder note(Identity author, String text) {
        return new Builder(author, text);
    }

    /** A note of version 1 that is about all of it, for the team, open, and older than anything can be undone. */
    static final class Builder {

        private final NoteAuthor author;
        private final String text;
        private NoteId id = NoteId.random();
        private Optional<NoteId> thread = Optional.empty();
        private int version = 1;
        private int shownOn = 1;
        private Place place = new WholeVersion();
        private Visibility visibility = Visibility.TEAM;
        private NoteState state = NoteState.OPEN;
        private boolean blocking;
        private boolean drawn;
        private Instant createdAt = Samples.NOW.minus(Duration.ofHours(1));
        private Optional<Settled> acknowledged = Optional.empty();
        private NoteExtras extras = NoteExtras.NONE;

        private Builder(Identity author, String text) {
            this.author = NoteSamples.author(author);
            this.text = text;
        }

        Builder id(NoteId known) {
            id = known;
            return this;
        }

        Builder answering(NoteId note) {
            thread = Optional.of(note);
            return this;
        }

        Builder carried(int from, int onto) {
            version = from;
            shownOn = onto;
            return this;
        }

        Builder at(Place there) {
            place = there;
            return this;
        }

        Builder forClients() {
            visibility = Visibility.CLIENT;
            return this;
        }

        Builder blocking() {
            blocking = true;
            return this;
        }

        Builder drawn() {
            drawn = true;
            return this;
        }

        Builder in(NoteState other) {
            state = other;
            return this;
        }

        Builder acknowledged() {
            acknowledged = Optional.of(new Settled("The artist", Samples.NOW));
            return this;
        }

        Builder justNow() {
            createdAt = Samples.NOW.minusSeconds(2);
            return this;
        }

        Builder with(NoteExtras more) {
            extras = more;
            return this;
        }

        NoteDetail detail() {
            return new NoteDetail(
                    id,
                    thread.orElse(id),
                    version,
                    version == shownOn ? OptionalInt.empty() : OptionalInt.of(version),
                    author,
                    place,
                    visibility,
                    state == NoteState.DELETED ? "" : text,
                    state,
                    blocking,
                    drawn,
                    createdAt,
                    Optional.empty(),
                    state == NoteState.RESOLVED ? Optional.of(new Settled("Lena", Samples.NOW)) : Optional.empty(),
                    acknowledged,
                    extras);
        }

        NoteThread thread(NoteDetail... answers) {
            return new NoteThread(detail(), List.of(answers));
        }
    }
}
