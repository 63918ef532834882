package dev.rushlight.exchange;

/** What kind of event is owed; the bridge knows how to write each. */
public enum OwedKind {
    RECEIPT,
    ITEM_RECEIVED,
    DECISION
}
