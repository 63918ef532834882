package dev.rushlight.server.api;

/** How large a batch may be: bytes of its text, depth of its nesting, number of its operations. */
public record ApiLimits(int bytes, int depth, int operations) {
    public ApiLimits {
        if (bytes < 1 || depth < 2 || operations < 1) {
            throw new IllegalArgumentException("A batch needs room for one operation: %s bytes, depth %s, %s operations"
                    .formatted(bytes, depth, operations));
        }
    }

    /** 1 MiB, 64 levels, 1,000 operations. */
    public static ApiLimits standard() {
        return new ApiLimits(1 << 20, 64, 1_000);
    }
}
