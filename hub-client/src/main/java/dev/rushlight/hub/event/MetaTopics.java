package dev.rushlight.hub.event;

/** The topics that hubs and their clients talk to each other with. */
public final class MetaTopics {

    public static final String SUBSCRIBE = "ftrack.meta.subscribe";
    public static final String UNSUBSCRIBE = "ftrack.meta.unsubscribe";
    public static final String REPLY = "ftrack.meta.reply";

    /** Published locally, never on the wire, when a hub becomes live. */
    public static final String CONNECTED = "ftrack.meta.connected";

    /** Published locally, never on the wire, when a hub was live and is not any more. */
    public static final String DISCONNECTED = "ftrack.meta.disconnected";

    private MetaTopics() {}
}
