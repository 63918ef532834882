package dev.rushlight.web.note;

import dev.rushlight.people.Identity;
import dev.rushlight.review.Kind;
import dev.rushlight.review.Media;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionDetail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The version whose notes are shown, and to whom. Confined to its page. */
public final class Subject {

    private final Identity viewer;
    private final boolean writes;
    private final ReviewItemId item;
    private final Kind kind;
    private final int version;
    private final IntPredicate submitted;
    private final IntFunction<List<Media>> media;
    private final Map<Integer, PlaceWords> places = new HashMap<>();

    /**
     * Says what a page of notes is about.
     *
     * @param writes whether the viewer may write
     * @param submitted whether the version of that number is for the viewer to follow up
     * @param media what is shown in the version of that number
     */
    public Subject(
            Identity viewer,
            boolean writes,
            ReviewItemId item,
            Kind kind,
            int version,
            IntPredicate submitted,
            IntFunction<List<Media>> media) {
        this.viewer = viewer;
        this.writes = writes;
        this.item = item;
        this.kind = kind;
        this.version = version;
        this.submitted = submitted;
        this.media = media;
    }

    Subject(Identity viewer, ReviewItemDetail item, int version, Function<VersionDetail, List<Media>> media) {
        this(
                viewer,
                viewer.role().mayVote(),
                item.id(),
                item.kind(),
                version,
                number -> item.versions().stream()
                        .filter(known -> known.number() == number || known.number() == item.currentVersion())
                        .anyMatch(known -> known.submitter().equalsIgnoreCase(viewer.username())),
                number -> item.versions().stream()
                        .filter(known -> known.number() == number)
                        .findFirst()
                        .map(media)
                        .orElse(List.of()));
    }

    Identity viewer() {
        return viewer;
    }

    public ReviewItemId item() {
        return item;
    }

    public int version() {
        return version;
    }

    boolean isOfTheSame(Subject other) {
        return item.equals(other.item) && version == other.version;
    }

    boolean mayWrite() {
        return writes;
    }

    /** Guests say nothing about what blocks. */
    boolean mayBlock() {
        return viewer.role().mayVote() && !viewer.isGuest();
    }

    /** Whether the viewer submitted that version, or the current one. */
    boolean isSubmitter(int number) {
        return submitted.test(number);
    }

    /** How places in that version are called; carried notes are named as they were said. */
    PlaceWords places(int number) {
        return places.computeIfAbsent(number, asked -> new PlaceWords(media.apply(asked)));
    }

    /** Whose drafts, and of what, browsers keep under this name. */
    String room() {
        return "%s:%s".formatted(viewer.id().value(), item.value());
    }

    boolean hasMedia() {
        return kind == Kind.ASSET;
    }

    PlaceWords places() {
        return places(version);
    }
}
