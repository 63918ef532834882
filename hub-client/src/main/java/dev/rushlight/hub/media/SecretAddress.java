package dev.rushlight.hub.media;

import dev.rushlight.hub.HubSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** An address that is as good as a password, because it is signed or holds a key: no more than its host prints. */
final class SecretAddress {

    private static final int MOST_PORTS = 65_535;

    private final URI uri;

    private SecretAddress(URI uri) {
        this.uri = uri;
    }

    /** An address of the server's own, made by us. */
    static SecretAddress own(URI uri) {
        return new SecretAddress(uri);
    }

    /**
     * An address that the server handed out, which may be anywhere.
     *
     * @throws TransferFailed if it is none, or if it would send in the clear what the server itself gets encrypted
     */
    static SecretAddress given(String text, HubSettings settings) {
        try {
            return checked(new URI(text), settings);
        } catch (URISyntaxException e) {
            // The exception holds the text.
            throw new TransferFailed("The server gave an address that is no URL");
        }
    }

    /** Where a redirect from here leads. */
    SecretAddress redirected(String location, HubSettings settings) {
        try {
            return checked(uri.resolve(new URI(location)), settings);
        } catch (URISyntaxException e) {
            throw new TransferFailed("%s redirects to what is no URL".formatted(this));
        }
    }

    private static SecretAddress checked(URI uri, HubSettings settings) {
        var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !scheme.equals("https") && !scheme.equals("http")) {
            throw new TransferFailed("The server gave an address that is neither http:// nor https://");
        }
        if (uri.getPort() > MOST_PORTS) {
            throw new TransferFailed("The server gave an address with a port that cannot be");
        }
        var address = new SecretAddress(uri);
        if (settings.secure() && scheme.equals("http")) {
            throw new TransferFailed(
                    "The server is reached by https, but it gave an address without: %s".formatted(address));
        }
        return address;
    }

    URI uri() {
        return uri;
    }

    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
