package dev.rushlight.hub.api;

import java.util.Collection;

/** The server has no schema of that name. */
public final class UnknownEntityType extends RuntimeException {

    UnknownEntityType(String type, Collection<String> known) {
        super("The server knows no entity type %s%s".formatted(Spelling.shortened(type), Spelling.hint(type, known)));
    }
}
