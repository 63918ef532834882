package dev.rushlight.web.testing;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.review.Actor;
import dev.rushlight.review.Cause;
import dev.rushlight.review.Content;
import dev.rushlight.review.DecisionDelivery;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Kind;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.MediaType;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VersionId;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.review.VoteId;
import dev.rushlight.review.VoteStanding;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Review items to look at. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    public static final ConnectionId HUB = ConnectionId.random();
    private static final Map<VersionId, Content> CONTENTS = new ConcurrentHashMap<>();

    private Samples() {}

    public static ReviewItemSummary row(String name, Outcome outcome) {
        var id = ReviewItemId.random();
        return row(id, name, outcome);
    }

    public static ReviewItemSummary row(ReviewItemId id, String name, Outcome outcome) {
        return new ReviewItemSummary(
                id,
                "lanternfish",
                name,
                name,
                Kind.ASSET,
                1,
                outcome,
                "tom",
                NOW,
                NOW,
                Optional.empty(),
                Optional.empty(),
                new QueueCursor(NOW, id.value()));
    }

    public static MediaContent video(String url) {
        return new MediaContent(List.of(new Media(
                URI.create(url),
                MediaType.VIDEO,
                "video/mp4",
                Optional.of(URI.create("http://artist/poster.jpg")),
                Optional.of(new FrameRate(24, 1)),
                OptionalInt.of(48),
                1001,
                Optional.empty(),
                false,
                OptionalInt.of(1280),
                OptionalInt.of(720),
                Optional.empty())));
    }

    public static VersionDetail version(int number, Outcome outcome, Content content, VoteDetail... votes) {
        var id = VersionId.random();
        CONTENTS.put(id, content);
        return new VersionDetail(
                id,
                number,
                outcome,
                "tom",
                NOW,
                Optional.of("About v" + number),
                List.of(),
                "any-reviewer",
                1,
                List.of(new StageExplanation(
                        "Review",
                        StageExplanation.Status.UNSATISFIED,
                        "any reviewer",
                        0,
                        List.of(),
                        List.of(),
                        "Review: waiting for any reviewer")),
                List.of(votes),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                0,
                0,
                Optional.empty());
    }

    /** What there is to look at in a version of the above. */
    public static Content content(VersionId version) {
        return CONTENTS.get(version);
    }

    public static ReviewItemDetail item(ReviewItemId id, List<DecisionDetail> decisions, VersionDetail... versions) {
        var newestFirst = Arrays.stream(versions)
                .sorted(Comparator.comparingInt(VersionDetail::number).reversed())
                .toList();
        var current = newestFirst.get(0);
        return new ReviewItemDetail(
                id,
                HUB,
                "Embedded hub",
                "lanternfish",
                "sh020",
                "sh020 comp",
                content(current.id()).kind(),
                Optional.empty(),
                current.number(),
                current.outcome(),
                NOW,
                newestFirst,
                decisions);
    }

    public static VoteDetail vote(Identity voter, Choice choice, String reason) {
        return new VoteDetail(
                new VoteId(UUID.randomUUID()),
                voter.id(),
                voter.username(),
                voter.displayName(),
                voter.role(),
                voter.kind(),
                voter.functions(),
                choice,
                Optional.empty(),
                Optional.of(reason).filter(text -> !text.isEmpty()),
                List.of(),
                NOW,
                VoteStanding.CAST,
                true,
                Optional.empty(),
                OptionalInt.empty(),
                false);
    }

    public static DecisionDetail decision(
            DecisionId id, int version, Outcome outcome, Identity by, DecisionDelivery delivery) {
        return new DecisionDetail(
                id,
                version,
                1,
                outcome,
                Outcome.PENDING,
                Cause.VOTE,
                new Actor(by.id(), by.username(), by.displayName(), by.role()),
                Optional.of("because"),
                NOW,
                Optional.of(delivery));
    }

    public static DecisionDelivery delivery(DeliveryState state) {
        return new DecisionDelivery(
                state,
                state == DeliveryState.RETRYING ? 2 : state == DeliveryState.FAILED ? 20 : 1,
                state == DeliveryState.FAILED ? Optional.of("connection lost") : Optional.empty(),
                state == DeliveryState.DELIVERED ? Optional.of(NOW) : Optional.empty(),
                state == DeliveryState.HELD ? Optional.of(NOW.plusSeconds(10)) : Optional.empty());
    }

    public static Identity reviewer() {
        return Somebody.person("maria", Role.REVIEWER);
    }
}
