package dev.rushlight.web.note;

import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.feedback.Visibility;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which threads are shown, as part of an address: such as {@code open,mine}. */
final class NoteFilters {

    /** One thing that threads can be asked for; of those for somebody's eyes, only one at a time. */
    enum Part {
        OPEN,
        BLOCKING,
        MINE,
        VERSION,
        TEAM,
        CLIENT;

        String word(int version) {
            return switch (this) {
                case OPEN -> "Open";
                case BLOCKING -> "Blocking";
                case MINE -> "Mine";
                case VERSION -> "v" + version;
                case TEAM -> "Team";
                case CLIENT -> "Client";
            };
        }

        int of(NoteTally tally) {
            return switch (this) {
                case OPEN -> tally.open();
                case BLOCKING -> tally.blocking();
                case MINE -> tally.mine();
                case VERSION -> tally.thisVersion();
                case TEAM -> tally.team();
                case CLIENT -> tally.client();
            };
        }

        private NoteFilter narrow(NoteFilter filter) {
            return switch (this) {
                case OPEN -> filter.onlyOpen();
                // What was settled keeps nobody from approving.
                case BLOCKING -> filter.onlyBlocking().onlyOpen();
                case MINE -> filter.onlyMine();
                case VERSION -> filter.onlyThisVersion();
                case TEAM -> filter.only(Visibility.TEAM);
                case CLIENT -> filter.only(Visibility.CLIENT);
            };
        }

        private String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Part> read(String written) {
            return Arrays.stream(values())
                    .filter(part -> part.written().equals(written))
                    .findFirst();
        }
    }

    static final NoteFilters ALL = new NoteFilters(EnumSet.noneOf(Part.class));

    private final Set<Part> parts;

    private NoteFilters(Set<Part> parts) {
        this.parts = parts;
    }

    /** Reads a part of an address; what it does not know asks for nothing. */
    static NoteFilters read(String written) {
        var filters = ALL;
        for (var part : written.split(",")) {
            filters = Part.read(part).map(filters::with).orElse(filters);
        }
        return filters;
    }

    String written() {
        return parts.stream().map(Part::written).collect(Collectors.joining(","));
    }

    boolean isAll() {
        return parts.isEmpty();
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** With this part if it was not there, else without. */
    NoteFilters toggle(Part part) {
        return has(part) ? without(part) : with(part);
    }

    private NoteFilters with(Part part) {
        var more = EnumSet.copyOf(parts);
        if (part == Part.TEAM || part == Part.CLIENT) {
            more.removeAll(EnumSet.of(Part.TEAM, Part.CLIENT));
        }
        more.add(part);
        return new NoteFilters(more);
    }

    private NoteFilters without(Part part) {
        var less = EnumSet.copyOf(parts);
        less.remove(part);
        return new NoteFilters(less);
    }

    NoteFilter filter() {
        var filter = NoteFilter.ALL;
        for (var part : parts) {
            filter = part.narrow(filter);
        }
        return filter;
    }
}
