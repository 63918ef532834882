package dev.rushlight.hub.api;

import java.util.Collection;

/** The schema of the entity type has no attribute of that name. */
public final class UnknownAttribute extends RuntimeException {

    UnknownAttribute(String type, String attribute, Collection<String> known) {
        super("%s has no attribute %s%s"
                .formatted(type, Spelling.shortened(attribute), Spelling.hint(attribute, known)));
    }
}
