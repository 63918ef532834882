package dev.rushlight.feedback;

/**
 * How many threads there are for a version, carried ones included and deleted ones not, each counted under all that it
 * is.
 *
 * @param blocking those that block and are still open
 * @param mine those that the viewer began
 * @param thisVersion those that were said of this version
 */
public record NoteTally(int all, int open, int blocking, int mine, int thisVersion, int team, int client) {

    public static final NoteTally NONE = new NoteTally(0, 0, 0, 0, 0, 0, 0);

    NoteTally plus(NoteTally more) {
        return new NoteTally(
                all + more.all,
                open + more.open,
                blocking + more.blocking,
                mine + more.mine,
                thisVersion + more.thisVersion,
                team + more.team,
                client + more.client);
    }
}
