package dev.rushlight.hub.media;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import java.net.URI;
import java.nio.file.Path;

/** A program of its own, so that its heap can be small: sends a file to a storage and gets one back. */
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] arguments) {
        var settings = HubSettings.of(URI.create(arguments[0]), new Credentials("jo", "k"));
        var media = new Media(settings, new ApiScript().sendingPartsTo(arguments[0] + "/parts"));
        var sent = media.upload(Path.of(arguments[1])).run().size();
        var got = media.download("c-1", Path.of(arguments[2])).run();
        System.out.println("sent " + sent + ", got " + got);
    }
}
