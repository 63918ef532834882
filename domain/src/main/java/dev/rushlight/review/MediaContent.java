package dev.rushlight.review;

import java.net.URI;
import java.util.List;
import java.util.Optional;

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

    @Override
    public <T> T readBy(ContentReader<T> reader) {
        return reader.media(this);
    }
}
