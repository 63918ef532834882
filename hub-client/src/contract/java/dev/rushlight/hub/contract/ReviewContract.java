package dev.rushlight.hub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.api.Entity;
import dev.rushlight.hub.api.Session;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What reviewing needs of any server: numbered versions, notes with replies, review sessions and the moments of all that. */
@Timeout(60)
public abstract class ReviewContract extends StudioContract {

    @Test
    void momentsAreTheSameInEveryZone() {
        var session = open();
        var review = newReview(session, newProject(session));
        review.set("start_date", OffsetDateTime.parse("2026-03-04T23:30:15-05:00"))
                .set("end_date", Instant.parse("2026-03-06T10:00:00Z"));
        session.commit();
        var seen = open().query(
                        "select start_date, end_date from ReviewSession where id is {} and start_date > {}",
                        review.id(),
                        Instant.parse("2026-03-05T04:30:14Z"))
                .one();
        assertThat(seen.dateTime("start_date")).contains(Instant.parse("2026-03-05T04:30:15Z"));
        assertThat(seen.dateTime("end_date")).contains(Instant.parse("2026-03-06T10:00:00Z"));
        assertThat(session.query(
                                "ReviewSession where id is {} and end_date < {}",
                                review.id(),
                                Instant.parse("2026-03-06T10:00:00Z"))
                        .first())
                .isEmpty();
    }

    @Test
    void aNoteIsCreatedAndThenGivenToItsParent() {
        var session = open();
        var project = newProject(session);
        var version = newVersion(session, newAsset(session, project));
        session.commit();
        var self = self(session);
        var note = session.create("Note", Map.of("content", "Edge flicker", "author", self));
        version.add("notes", note);
        var reply = session.create("Note", Map.of("content", "Fixed", "author", self));
        note.add("replies", reply);
        note.put("metadata", "frame", "1044");
        session.commit();

        var seen = open().get("AssetVersion", version.id())
                .orElseThrow()
                .collection("notes")
                .get(0);
        assertThat(seen.text("content")).contains("Edge flicker");
        assertThat(seen.text("parent_type")).contains("AssetVersion");
        assertThat(seen.reference("author").map(Entity::id)).contains(self.id());
        assertThat(seen.collection("recipients"))
                .extracting(it -> it.text("resource_id").orElseThrow())
                .contains(self.id());
        assertThat(seen.collection("replies")).extracting(Entity::id).containsExactly(reply.id());
        assertThat(seen.mapped("metadata")).containsEntry("frame", "1044");
        assertThat(seen.dateTime("date")).isPresent();
    }

    @Test
    void versionsAreNumberedByTheServer() {
        var session = open();
        var asset = newAsset(session, newProject(session));
        var versions = new ArrayList<Entity>();
        for (var i = 0; i < 3; i++) {
            versions.add(newVersion(session, asset));
        }
        session.commit();
        assertThat(versions)
                .extracting(it -> it.integer("version").orElseThrow())
                .containsExactly(1L, 2L, 3L);
        var seen = open().get("Asset", asset.id()).orElseThrow();
        assertThat(seen.reference("latest_version").map(Entity::id))
                .contains(versions.get(2).id());
        assertThat(seen.collection("versions")).hasSize(3);
        assertThat(versions.get(0).flag("is_latest_version")).contains(false);
        assertThat(versions.get(2).flag("is_published")).contains(true);
    }

    @Test
    void aReviewSessionGathersVersionsAndVerdicts() {
        var session = open();
        var project = newProject(session);
        var version = newVersion(session, newAsset(session, project));
        var review = newReview(session, project);
        var object = session.create(
                "ReviewSessionObject",
                Map.of("name", "sh010", "version", "Version 1", "review_session", review, "asset_version", version));
        var invitee = session.create(
                "ReviewSessionInvitee",
                Map.of("name", "Maria", "email", "maria@example.com", "review_session", review));
        session.create(
                "ReviewSessionObjectStatus",
                Map.of("status", "approved", "review_session_object", object, "invitee", invitee));
        session.commit();

        var seen = open().get("ReviewSession", review.id()).orElseThrow();
        assertThat(seen.reference("created_by").map(Entity::id))
                .contains(self(session).id());
        var seenObject = seen.collection("review_session_objects").get(0);
        assertThat(seenObject.text("version")).contains("Version 1");
        assertThat(seenObject.text("version_id")).contains(version.id());
        var status = seenObject.collection("statuses").get(0);
        assertThat(status.text("status")).contains("approved");
        assertThat(status.reference("invitee").orElseThrow().text("email")).contains("maria@example.com");
    }

    private static Entity newReview(Session session, Entity project) {
        return session.create(
                "ReviewSession", Map.of("name", unique("review"), "description", "of a contract", "project", project));
    }
}
