package dev.rushlight.review;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is waited for, and where: a class, not a record, because keys of JPA are made empty and filled afterwards. */
public final class AwaitedKey implements Serializable {

    private String selector;
    private UUID item;

    @SuppressWarnings("NullAway.Init")
    public AwaitedKey() {} // for JPA

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AwaitedKey key && selector.equals(key.selector) && item.equals(key.item);
    }

    @Override
    public int hashCode() {
        return Objects.hash(selector, item);
    }
}
