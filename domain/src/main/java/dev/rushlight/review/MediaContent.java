package dev.rushlight.review;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The videos and images of an asset's version. */
public record MediaContent(List<Media> media) implements Content {

    public MediaContent {
        media = List.copyOf(media);
    }

    @Override
    public Kind kind() {
        return Kind.ASSET;
    }

    /** The first poster, or else the first image itself. */
    @Override
    public Optional<URI> poster() {
        return media.stream()
                .flatMap(medium -> medium.posterUrl().stream())
                .findFirst()
                .or(() -> media.stream()
                        .filter(medium -> medium.type() == MediaType.IMAGE)
                        .map(Media::url)
                        .findFirst());
    }

    @Override
    public Optional<String> fingerprint() {
        return media.stream().flatMap(medium -> medium.sha256().stream()).findFirst();
    }

    /** Equal digests and equal frames, medium by medium. */
    @Override
    public boolean showsTheSameAs(Content other) {
        return other instanceof MediaContent others
                && !media.isEmpty()
                && media.size() == others.media.size()
                && IntStream.range(0, media.size())
                        .allMatch(place -> media.get(place).showsTheSameAs(others.media.get(place)));
    }

    @Override
    public <T> T readBy(ContentReader<T> reader) {
        return reader.media(this);
    }
}
