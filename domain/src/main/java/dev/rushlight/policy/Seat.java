package dev.rushlight.policy;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in a stage.
 *
 * @param reviewer who was asked
 * @param deputy who may vote for them and has not voted yet
 * @param vote the reviewer's own, or else their deputy's
 * @param isUnseen whether it approves of what its caster had to look at first and did not, so that it does not count
 */
record Seat(String reviewer, Optional<String> deputy, Optional<Ballot> vote, boolean isUnseen) {

    /** Whether the vote that counts here is still to come. */
    boolean isOpen() {
        return vote.isEmpty() || isUnseen;
    }

    boolean abstains() {
        return vote.filter(Ballot::abstains).isPresent();
    }

    boolean approves() {
        return !isUnseen && vote.filter(Ballot::approves).isPresent();
    }

    /** The vote, if it says something that counts. */
    Optional<Ballot> word() {
        return vote.filter(ballot -> !isUnseen && !ballot.abstains());
    }

    /** Who can fill the seat. */
    Stream<String> candidates() {
        return Stream.concat(Stream.of(reviewer), deputy.stream());
    }

    /** As it reads after "waiting for". */
    String words() {
        return deputy.map(name -> "%s (or %s)".formatted(reviewer, name)).orElse(reviewer);
    }
}
