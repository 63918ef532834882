package dev.rushlight.hub.media;

import java.util.List;

/**
 * How far the server is with making playable files of a component.
 *
 * @param outputs known from the start, although they can be played only when the job is done
 */
public record EncodeJob(String id, Status status, List<Output> outputs) {

    public EncodeJob {
        outputs = List.copyOf(outputs);
    }

    /** A file that comes out of it. */
    public record Output(String format, String componentId) {}

    /** From queued over running to done or failed. */
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        /** The server's word for it is none of the known ones. */
        UNKNOWN;

        public boolean isFinal() {
            return this == DONE || this == FAILED;
        }
    }
}
