package dev.rushlight.bench;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs benchmarks, with JMH's own options, and prints how their results relate. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        var given = new CommandLineOptions(arguments);
        var options = new OptionsBuilder()
                .parent(given)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .build();
        var ratios = new Ratios(new Runner(options).run());
        System.out.printf("%n%s", ratios.table());
    }
}
