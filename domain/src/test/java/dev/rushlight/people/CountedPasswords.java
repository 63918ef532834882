package dev.rushlight.people;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often a password was compared with anything. */
public final class CountedPasswords extends Passwords {

    private final AtomicInteger comparisons = new AtomicInteger();

    public CountedPasswords() {
        super(2);
    }

    @Override
    public boolean matches(String password, Optional<String> stored) {
        comparisons.incrementAndGet();
        return super.matches(password, stored);
    }

    public int comparisons() {
        return comparisons.get();
    }
}
