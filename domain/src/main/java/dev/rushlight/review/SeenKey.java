package dev.rushlight.review;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who looked at what: a class, not a record, because keys of JPA are made empty and filled afterwards. */
public final class SeenKey implements Serializable {

    private UUID version;
    private UUID person;

    @SuppressWarnings("NullAway.Init")
    public SeenKey() {} // for JPA

    SeenKey(VersionId version, UUID person) {
        this.version = version.value();
        this.person = person;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeenKey key && version.equals(key.version) && person.equals(key.person);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, person);
    }
}
