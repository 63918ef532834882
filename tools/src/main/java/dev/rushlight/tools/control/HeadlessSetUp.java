package dev.rushlight.tools.control;

import dev.rushlight.installation.Installation;

/** Makes the first administrator and hub keys; each refuses with {@link Refused} what the installation does not allow. */
public interface HeadlessSetUp {

    /** The set-up of this installation: through its server when one answers, else in its database. */
    static HeadlessSetUp of(Installation installation) {
        return ControlFile.in(installation.data())
                .map(RunningServer::new)
                .filter(RunningServer::answers)
                .map(HeadlessSetUp.class::cast)
                .orElseGet(() -> new OwnDatabase(installation));
    }

    void createFirstAdmin(String username, String displayName, String password);

    /** Makes a new key, and the hub account when it is missing. */
    String issueKey(String user);
}
