package dev.rushlight.hub.event;

import java.time.Duration;

/**
 * The durations a hub lives by.
 *
 * @param attempt how long one try to connect may take until its first subscription is sent
 * @param acknowledgement how long the hub may take to answer a subscription; twice as long it may take nothing of what is sent
 * @param publish how long a publish may stay unsettled
 * @param silence how long a hub may be silent that did not show or promise to be slower
 * @param stable how long a hub must be live before a loss counts as the first again
 * @param catchUp how long new events may wait for those that were missed
 */
record HubTimes(
        Duration attempt,
        Duration acknowledgement,
        Duration publish,
        Duration silence,
        Duration stable,
        Duration catchUp) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    HubTimes {
        for (var time : new Duration[] {attempt, acknowledgement, publish, silence, stable, catchUp}) {
            if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "A hub lives by durations from a millisecond up to a year, not by " + time);
            }
        }
    }

    static HubTimes usual() {
        return new HubTimes(
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(9),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }

    HubTimes withAttempt(Duration other) {
        return new HubTimes(other, acknowledgement, publish, silence, stable, catchUp);
    }

    HubTimes withAcknowledgement(Duration other) {
        return new HubTimes(attempt, other, publish, silence, stable, catchUp);
    }

    HubTimes withPublish(Duration other) {
        return new HubTimes(attempt, acknowledgement, other, silence, stable, catchUp);
    }

    HubTimes withSilence(Duration other) {
        return new HubTimes(attempt, acknowledgement, publish, other, stable, catchUp);
    }

    HubTimes withStable(Duration other) {
        return new HubTimes(attempt, acknowledgement, publish, silence, other, catchUp);
    }

    HubTimes withCatchUp(Duration other) {
        return new HubTimes(attempt, acknowledgement, publish, silence, stable, other);
    }
}
