package dev.rushlight.people;

import java.util.List;
import java.util.Map;

/**
 * Everybody whom policies can ask just now.
 *
 * @param number grows with each change; read first, so that what follows is at least as new
 * @param deputies who votes for whom: username of the absent reviewer to that of the deputy
 */
public record Electorate(long number, List<Identity> voters, Map<String, String> deputies) {

    public Electorate {
        voters = List.copyOf(voters);
        deputies = Map.copyOf(deputies);
    }
}
