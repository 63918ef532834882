package dev.rushlight.hub.cache;

import java.util.List;

/** Makes the text by which a cache knows an entity; the same entity always gets the same text, others never do. */
@FunctionalInterface
public interface KeyMaker {

    /** @param primaryKey the values of the primary key's attributes, in the schema's order */
    String key(String entityType, List<String> primaryKey);
}
