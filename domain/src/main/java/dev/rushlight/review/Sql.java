package dev.rushlight.review;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A statement put together from constant pieces, each with the values that it binds. For what JPQL cannot say: several
 * limited selections in one, and many rows in one insert.
 */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    static Sql of(String piece, Object... bound) {
        return new Sql().add(piece, bound);
    }

    Sql add(String piece, Object... bound) {
        text.append(piece);
        for (var value : bound) {
            values.add(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return this;
    }

    Sql add(Sql other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** The values as a list in brackets. */
    Sql addAll(Collection<?> all) {
        text.append('(')
                .append(String.join(", ", Collections.nCopies(all.size(), "?")))
                .append(')');
        values.addAll(all);
        return this;
    }

    /** Each with a comma after the one before. */
    static Sql joined(List<Sql> parts, String between) {
        var all = new Sql();
        for (var part : parts) {
            if (!all.text.isEmpty()) {
                all.add(between);
            }
            all.add(part);
        }
        return all;
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return Collections.unmodifiableList(values);
    }

    int execute(EntityManager entities) {
        return bound(entities).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<Object[]> rows(EntityManager entities) {
        return bound(entities).getResultList();
    }

    /** The values of the only column. */
    List<?> column(EntityManager entities) {
        return bound(entities).getResultList();
    }

    private Query bound(EntityManager entities) {
        var query = entities.createNativeQuery(text());
        for (var index = 0; index < values.size(); index++) {
            query.setParameter(index + 1, values.get(index));
        }
        return query;
    }

    /** A timestamp as either database hands it over. */
    static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) column).toInstant();
    }
}
