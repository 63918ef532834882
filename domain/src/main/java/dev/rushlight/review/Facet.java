package dev.rushlight.review;

import java.util.Locale;

/** What an item can be filtered by beside its words; written so that no word is ever taken for it. */
enum Facet {
    PROJECT,
    KIND,
    SUBMITTER,
    OUTCOME;

    String of(String value) {
        return name().toLowerCase(Locale.ROOT) + ":" + value;
    }

    String of(Enum<?> value) {
        return of(value.name());
    }
}
