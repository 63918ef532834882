package dev.rushlight.hub.contract;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.api.Entity;
import dev.rushlight.hub.api.Session;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;

/**
 * A server with entities, and what its contracts need of a studio's work.
 *
 * <p>The server may hold whatever else it likes: everything that a contract makes has names of its own.
 */
public abstract class StudioContract {

    private final ConcurrentLinkedDeque<Session> sessions = new ConcurrentLinkedDeque<>();

    /** Where the server is. */
    protected abstract URI address();

    /** Of a user who may do everything. */
    protected abstract Credentials credentials();

    @AfterEach
    protected void closeSessions() {
        sessions.forEach(Session::close);
    }

    /** A session of its own, which ends with the test. */
    protected Session open() {
        var session = Session.open(HubSettings.of(address(), credentials()));
        sessions.add(session);
        return session;
    }

    /** A name that nothing else on the server has. */
    protected static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    /** A project that is committed and empty. */
    protected static Entity newProject(Session session) {
        var name = unique("contract");
        var project = session.create(
                "Project",
                Map.of(
                        "name",
                        name,
                        "full_name",
                        "Contract " + name,
                        "project_schema",
                        session.query("ProjectSchema").first().orElseThrow()));
        session.commit();
        return project;
    }

    protected static Entity newTask(Session session, Entity parent, String name) {
        return session.create("Task", Map.of("name", name, "parent", parent));
    }

    protected static Entity newAsset(Session session, Entity parent) {
        return session.create(
                "Asset",
                Map.of(
                        "name",
                        unique("asset"),
                        "parent",
                        parent,
                        "type",
                        session.query("AssetType").first().orElseThrow()));
    }

    protected static Entity newVersion(Session session, Entity asset) {
        return session.create("AssetVersion", Map.of("asset", asset));
    }

    protected static Entity newNote(Session session, String content) {
        return session.create("Note", Map.of("content", content));
    }

    /** The user whose credentials are used. */
    protected Entity self(Session session) {
        return session.query("User where username is {}", credentials().user()).one();
    }
}
