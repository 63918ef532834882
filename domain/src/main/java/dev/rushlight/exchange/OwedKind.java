package dev.rushlight.exchange;

import java.util.Set;

/** What kind of event is owed; the bridge knows how to write each. */
public enum OwedKind {
    RECEIPT,
    ITEM_RECEIVED,
    DECISION;

    public static final Set<OwedKind> ALL = Set.of(values());
}
