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

/** The version whose notes are shown, and to whom. Confined to its page. */
final class Subject {

    private final Identity viewer;
    private final ReviewItemDetail item;
    private final int version;
    private final Function<VersionDetail, List<Media>> media;
    private final Map<Integer, PlaceWords> places = new HashMap<>();

    Subject(Identity viewer, ReviewItemDetail item, int version, Function<VersionDetail, List<Media>> media) {
        this.viewer = viewer;
        this.item = item;
        this.version = version;
        this.media = media;
    }

    Identity viewer() {
        return viewer;
    }

    ReviewItemId item() {
        return item.id();
    }

    int version() {
        return version;
    }

    boolean isOfTheSame(Subject other) {
        return item().equals(other.item()) && version == other.version;
    }

    boolean mayWrite() {
        return viewer.isGuest() || viewer.role().mayVote();
    }

    /** Whether the viewer submitted that version, or the current one. */
    boolean isSubmitter(int number) {
        return item.versions().stream()
                .filter(known -> known.number() == number || known.number() == item.currentVersion())
                .anyMatch(known -> known.submitter().equalsIgnoreCase(viewer.username()));
    }

    /** How places in that version are called; carried notes are named as they were said. */
    PlaceWords places(int number) {
        return places.computeIfAbsent(
                number,
                asked -> new PlaceWords(item.versions().stream()
                        .filter(known -> known.number() == asked)
                        .findFirst()
                        .map(media)
                        .orElse(List.of())));
    }

    /** Whose drafts, and of what, browsers keep under this name. */
    String room() {
        return "%s:%s".formatted(viewer.id().value(), item.id().value());
    }

    boolean hasMedia() {
        return item.kind() == Kind.ASSET;
    }

    PlaceWords places() {
        return places(version);
    }
}
