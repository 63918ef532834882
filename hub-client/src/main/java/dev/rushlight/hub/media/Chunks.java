package dev.rushlight.hub.media;

/** How a large content is cut into parts, with the sizes that the JavaScript client uses. */
record Chunks(long total, long size) {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** What S3, which is behind many servers, takes at most. */
    private static final int MOST_PARTS = 10_000;

    static Chunks of(long total) {
        var chunks = new Chunks(total, usualSize(total));
        while (chunks.parts() > MOST_PARTS) {
            chunks = new Chunks(total, chunks.size * 2);
        }
        return chunks;
    }

    private static long usualSize(long total) {
        return total > 64 * GIB
                ? 128 * MIB
                : total > 8 * GIB ? 64 * MIB : total > GIB ? 32 * MIB : total > 128 * MIB ? 16 * MIB : 8 * MIB;
    }

    int count() {
        return (int) parts();
    }

    private long parts() {
        return total / size + (total % size == 0 ? 0 : 1);
    }

    /** Content of up to two chunks is sent in one piece. */
    boolean areWorthIt() {
        return count() > 2;
    }

    RangeStream.Range range(Content content, int index) {
        var from = index * size;
        return new RangeStream.Range(content, from, Math.min(size, total - from));
    }
}
