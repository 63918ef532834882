package dev.rushlight.it;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Gives the server that Arquillian starts a port and a data directory of its own; Arquillian finds this as a service. */
public final class ContainerSettings implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        var port = Rushlight.freePort();
        var data = Built.output("container").resolve("data");
        Disk.delete(data);
        System.setProperty(
                "payara.cmdOptions",
                "%s -DRUSHLIGHT_PORT=%d -DRUSHLIGHT_DATA=%s"
                        .formatted(Rushlight.JAVA_OPTIONS, port, escaped(data.toString())));
        System.setProperty(
                "payara.extraMicroOptions",
                "--nohazelcast --contextroot / --port %d --prebootcommandfile %s"
                        .formatted(port, escaped(Built.preBoot().toString())));
    }

    /** The adapter splits at spaces that have no backslash before them. */
    private static String escaped(String path) {
        return path.replace(" ", "\\ ");
    }
}
