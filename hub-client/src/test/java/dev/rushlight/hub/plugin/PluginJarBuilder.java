package dev.rushlight.hub.plugin;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources against the class path of the tests and makes a real jar of them. */
final class PluginJarBuilder {

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, Consumer<byte[]>> changes = new LinkedHashMap<>();

    PluginJarBuilder source(String type, String text) {
        sources.put(type, text);
        return this;
    }

    PluginJarBuilder entry(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    PluginJarBuilder service(Class<?> service, String... providers) {
        return entry("META-INF/services/" + service.getName(), String.join("\n", providers));
    }

    /** Changes an entry's bytes after it was compiled. */
    PluginJarBuilder changing(String name, Consumer<byte[]> change) {
        changes.put(name, change);
        return this;
    }

    /** Leaves an entry out after everything was compiled. */
    PluginJarBuilder without(String name) {
        entries.put(name, new byte[0]);
        return this;
    }

    Path write(Path jar) throws IOException {
        var classes = Files.createTempDirectory(jar.getParent(), "classes");
        compileInto(classes);
        try (var files = Files.list(classes);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.sorted().toList()) {
                entries.putIfAbsent(file.getFileName().toString(), Files.readAllBytes(file));
            }
            for (var entry : entries.entrySet()) {
                var bytes = entry.getValue().clone();
                if (bytes.length > 0) {
                    changes.getOrDefault(entry.getKey(), unchanged -> {}).accept(bytes);
                    out.putNextEntry(new JarEntry(entry.getKey()));
                    out.write(bytes);
                }
            }
        }
        return jar.toRealPath();
    }

    private void compileInto(Path classes) {
        if (sources.isEmpty()) {
            return;
        }
        var messages = new StringWriter();
        var options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        var done = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        options,
                        null,
                        sources.entrySet().stream().map(Source::new).toList())
                .call();
        if (!done) {
            throw new AssertionError(messages.toString());
        }
    }

    /** A source text as the compiler wants it. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Map.Entry<String, String> source) {
            super(URI.create("string:///" + source.getKey() + ".java"), JavaFileObject.Kind.SOURCE);
            text = source.getValue();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
