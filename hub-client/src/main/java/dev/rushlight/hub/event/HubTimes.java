package dev.rushlight.hub.event;

import java.time.Duration;

/**
 * The durations a hub lives by.
 *
 * @param attempt how long one try to connect may take until its first subscription is sent
 * @param acknowledgement how long the hub may take to answer one packet
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

    HubTimes {
        for (var time : new Duration[] {attempt, acknowledgement, publish, silence, stable, catchUp}) {
            if (time.toMillis() < 1) {
                throw new IllegalArgumentException("A hub cannot live by a duration of " + time);
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
