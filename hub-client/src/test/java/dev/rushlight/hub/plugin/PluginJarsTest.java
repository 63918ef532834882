package dev.rushlight.hub.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class PluginJarsTest {

    /** What the plugins of these tests are: any type will do. */
    public interface Greeter {
        String greet();
    }

    @TempDir
    Path directory;

    @Test
    void theProvidersOfAJarAreMade() throws IOException {
        var jar = greeterJar("hello.jar", "Hello", "return \"hello\";");
        try (var plugins = load(jar)) {
            assertThat(plugins.loaded()).singleElement().satisfies(loaded -> {
                assertThat(loaded.provider().greet()).isEqualTo("hello");
                assertThat(loaded.jar()).isEqualTo(jar.toRealPath());
            });
            assertThat(plugins.problems()).isEmpty();
        }
    }

    @Test
    void aDirectoryGivesItsJarsByNameAndNothingElse() throws IOException {
        greeterJar("b.jar", "B", "return \"b\";");
        greeterJar("a.jar", "A", "return \"a\";");
        greeterJar("C.JAR", "C", "return \"c\";");
        Files.writeString(directory.resolve("readme.txt"), "not a plugin");
        Files.createDirectory(directory.resolve("more"));
        try (var plugins = load(directory)) {
            assertThat(greetings(plugins)).containsExactly("c", "a", "b");
            assertThat(plugins.problems()).isEmpty();
        }
    }

    @Test
    void jarsComeInTheOrderOfThePathsAndOnlyOnce() throws IOException {
        var a = greeterJar("a.jar", "A", "return \"a\";");
        var b = greeterJar("b.jar", "B", "return \"b\";");
        var link = Files.createSymbolicLink(directory.resolve("link"), directory);
        try (var plugins = load(b, a, directory, link, b)) {
            assertThat(greetings(plugins)).containsExactly("b", "a");
        }
    }

    @Test
    void providersComeAsTheirJarListsThem() throws IOException {
        var jar = new PluginJarBuilder()
                .source("Second", greeter("Second", "return \"second\";"))
                .source("First", greeter("First", "return \"first\";"))
                .service(Greeter.class, "First", "Second")
                .write(directory.resolve("two.jar"));
        try (var plugins = load(jar)) {
            assertThat(greetings(plugins)).containsExactly("first", "second");
        }
    }

    @Test
    void twoJarsMayHaveDifferentClassesOfTheSameName() throws IOException {
        var one = greeterJar("one.jar", "Same", "return \"one\";");
        var two = greeterJar("two.jar", "Same", "return \"two\";");
        try (var plugins = load(one, two)) {
            assertThat(greetings(plugins)).containsExactly("one", "two");
        }
    }

    @Test
    void aPluginFindsTheResourcesOfItsJar() throws IOException {
        var jar = new PluginJarBuilder()
                .source("Reader", greeter("Reader", """
                                try (var in = Reader.class.getResourceAsStream("/greeting.txt")) {
                                    return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                                } catch (java.io.IOException e) {
                                    throw new IllegalStateException(e);
                                }"""))
                .entry("greeting.txt", "from the jar")
                .service(Greeter.class, "Reader")
                .write(directory.resolve("reader.jar"));
        try (var plugins = load(jar)) {
            assertThat(greetings(plugins)).containsExactly("from the jar");
        }
        assertThat(openFiles(jar)).isEmpty();
    }

    @Test
    void providersThatAreOnTheClassPathAnywayAreNotTheJars() throws IOException {
        // Parsson is a provider of this service on the class path of these tests.
        var service = JsonProvider.class;
        var jar = new PluginJarBuilder()
                .entry("META-INF/services/" + service.getName(), "# nobody\n")
                .write(directory.resolve("empty.jar"));
        try (var plugins = PluginJars.load(service, List.of(jar))) {
            assertThat(plugins.loaded()).isEmpty();
            assertThat(plugins.problems()).isEmpty();
        }
    }

    @Test
    void whatHasGoneWrongIsSaidAndTheOthersGoOn() throws IOException {
        var missing = directory.resolve("missing");
        var text = Files.writeString(directory.resolve("text.jar"), "not a jar");
        var empty = new PluginJarBuilder().entry("readme.txt", "hi").write(directory.resolve("empty.jar"));
        var cut = cutShort(greeterJar("cut.jar", "Cut", "return \"cut\";"));
        var good = greeterJar("good.jar", "Good", "return \"good\";");
        try (var plugins = load(missing, text, empty, cut, good)) {
            assertThat(greetings(plugins)).containsExactly("good");
            assertThat(plugins.problems())
                    .extracting(Plugins.Problem::path)
                    .containsExactly(
                            missing.toString(),
                            text.toRealPath().toString(),
                            empty.toRealPath().toString(),
                            cut.toRealPath().toString());
            assertThat(plugins.problems())
                    .extracting(Plugins.Problem::reason)
                    .satisfiesExactly(
                            reason -> assertThat(reason).isEqualTo("does not exist"),
                            reason -> assertThat(reason).contains("zip"),
                            reason -> assertThat(reason).isEqualTo("has no provider of " + Greeter.class.getName()),
                            reason -> assertThat(reason).contains("zip"));
        }
        assertThat(openFiles(directory)).isEmpty();
    }

    @Test
    void aDirectoryNamedLikeAJarIsNone() throws IOException {
        Files.createDirectory(directory.resolve("directory.jar"));
        try (var plugins = load(directory)) {
            assertThat(plugins.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.reason()).isEqualTo("not a file"));
        }
    }

    @Test
    void aLinkToNowhereHarmsNoOtherJarOfItsDirectory() throws IOException {
        Files.createSymbolicLink(directory.resolve("a.jar"), directory.resolve("gone.jar"));
        greeterJar("b.jar", "B", "return \"b\";");
        try (var plugins = load(directory)) {
            assertThat(greetings(plugins)).containsExactly("b");
            assertThat(plugins.problems())
                    .containsExactly(
                            new Plugins.Problem(directory.resolve("a.jar").toString(), "does not exist"));
        }
    }

    @Test
    void aClassThatIsNotInTheJarIsAProblem() throws IOException {
        assertProblem(jarNaming("Nowhere"), "Nowhere", "not found");
    }

    @Test
    void aClassOfTheClassPathIsNotAPluginOfTheJar() throws IOException {
        assertProblem(jarNaming(OnTheClassPath.class.getName()), OnTheClassPath.class.getName(), "not in the jar");
    }

    @Test
    void aProviderOfAnotherTypeIsAProblem() throws IOException {
        var jar = new PluginJarBuilder()
                .source("Other", "public class Other {}")
                .service(Greeter.class, "Other")
                .write(directory.resolve("other.jar"));
        assertProblem(jar, "Other", "not a subtype");
    }

    @Test
    void aConstructorThatThrowsIsAProblem() throws IOException {
        assertProblem(
                jarWithConstructor("throw new IllegalStateException(\"no licence\");"),
                "IllegalStateException",
                "no licence");
    }

    @Test
    void aConstructorThatThrowsAnErrorIsAProblem() throws IOException {
        assertProblem(jarWithConstructor("throw new NoClassDefFoundError(\"studio/Pipeline\");"), "studio/Pipeline");
        assertProblem(jarWithConstructor("throw new AssertionError(\"never\");"), "AssertionError", "never");
        assertProblem(jarWithConstructor("new Broken();"), "StackOverflowError");
    }

    @Test
    void aConstructorThatNeedsArgumentsIsAProblem() throws IOException {
        var jar = new PluginJarBuilder()
                .source("Needy", greeter("Needy", "return \"\";").replace("/*constructor*/", "public Needy(int n) {}"))
                .service(Greeter.class, "Needy")
                .write(directory.resolve("needy.jar"));
        assertProblem(jar, "Needy", "constructor");
    }

    @Test
    void aStaticBlockThatThrowsIsAProblem() throws IOException {
        var jar = new PluginJarBuilder()
                .source(
                        "Static",
                        greeter("Static", "return \"\";")
                                .replace("/*constructor*/", "static final int N = Integer.parseInt(\"one\");"))
                .service(Greeter.class, "Static")
                .write(directory.resolve("static.jar"));
        assertProblem(jar, "Static");
    }

    @Test
    void aClassWhoseSuperclassIsMissingIsAProblem() throws IOException {
        var jar = new PluginJarBuilder()
                .source("Base", "public class Base {}")
                .source(
                        "Child",
                        greeter("Child", "return \"\";").replace("Child implements", "Child extends Base implements"))
                .without("Base.class")
                .service(Greeter.class, "Child")
                .write(directory.resolve("child.jar"));
        assertProblem(jar, "Base");
    }

    @Test
    void aClassMadeForANewerJavaIsAProblem() throws IOException {
        var jar = new PluginJarBuilder()
                .source("Newer", greeter("Newer", "return \"\";"))
                .changing("Newer.class", bytes -> bytes[7] = 99)
                .service(Greeter.class, "Newer")
                .write(directory.resolve("newer.jar"));
        assertProblem(jar, "UnsupportedClassVersionError");
    }

    @Test
    void aClassThatIsGarbageIsAProblem() throws IOException {
        var jar = new PluginJarBuilder()
                .entry("Garbage.class", "cafe")
                .service(Greeter.class, "Garbage")
                .write(directory.resolve("garbage.jar"));
        assertProblem(jar, "ClassFormatError");
    }

    @Test
    void aServiceFileThatIsGarbageIsAProblem() throws IOException {
        assertProblem(jarNaming("not a class name"), "META-INF/services");
    }

    @Test
    void theGoodProvidersOfAJarAreMadeAlthoughOthersAreBroken() throws IOException {
        var jar = new PluginJarBuilder()
                .source(
                        "Bad",
                        greeter("Bad", "return \"\";").replace("/*constructor*/", "public Bad() { int n = 1 / 0; }"))
                .source("Good", greeter("Good", "return \"good\";"))
                .service(Greeter.class, "Bad", "Nowhere", "Good")
                .write(directory.resolve("mixed.jar"));
        try (var plugins = load(jar)) {
            assertThat(greetings(plugins)).containsExactly("good");
            assertThat(plugins.problems())
                    .hasSize(2)
                    .allMatch(problem -> problem.path().equals(jar.toString()));
        }
    }

    @Test
    void onceClosedTheJarIsLeftAsItWasAndNotHeldOpen() throws IOException {
        var jar = new PluginJarBuilder()
                .source("Later", "public class Later {}")
                .source("Lazy", greeter("Lazy", "return new Later().toString();"))
                .service(Greeter.class, "Lazy")
                .write(directory.resolve("lazy.jar"));
        var before = Files.readAllBytes(jar);
        var plugins = load(jar);
        var lazy = plugins.loaded().get(0).provider();

        plugins.close();
        plugins.close();

        assertThat(openFiles(jar)).isEmpty();
        assertThat(jar).hasBinaryContent(before);
        assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(lazy::greet);
    }

    /** A provider that the tests themselves bring. */
    public static final class OnTheClassPath implements Greeter {
        @Override
        public String greet() {
            return "from the class path";
        }
    }

    private void assertProblem(Path jar, String... reasons) throws IOException {
        var good = greeterJar("good.jar", "Good", "return \"good\";");
        try (var plugins = load(jar, good)) {
            assertThat(greetings(plugins)).containsExactly("good");
            assertThat(plugins.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.path()).isEqualTo(jar.toRealPath().toString());
                assertThat(problem.reason()).contains(reasons);
            });
        }
        assertThat(openFiles(directory)).isEmpty();
    }

    private static Plugins<Greeter> load(Path... paths) {
        return PluginJars.load(Greeter.class, List.of(paths));
    }

    private static List<String> greetings(Plugins<Greeter> plugins) {
        return plugins.loaded().stream().map(it -> it.provider().greet()).toList();
    }

    private Path greeterJar(String name, String type, String greeting) throws IOException {
        return new PluginJarBuilder()
                .source(type, greeter(type, greeting))
                .service(Greeter.class, type)
                .write(directory.resolve(name));
    }

    private Path jarWithConstructor(String statement) throws IOException {
        return new PluginJarBuilder()
                .source(
                        "Broken",
                        greeter("Broken", "return \"\";")
                                .replace("/*constructor*/", "public Broken() { " + statement + " }"))
                .service(Greeter.class, "Broken")
                .write(directory.resolve("broken.jar"));
    }

    private Path jarNaming(String provider) throws IOException {
        return new PluginJarBuilder().service(Greeter.class, provider).write(directory.resolve("naming.jar"));
    }

    private static String greeter(String type, String greeting) {
        return """
                public class %s implements dev.rushlight.hub.plugin.PluginJarsTest.Greeter {
                    /*constructor*/
                    @Override public String greet() { %s }
                }
                """.formatted(type, greeting);
    }

    private static Path cutShort(Path jar) throws IOException {
        var bytes = Files.readAllBytes(jar);
        return Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** The files below a path that this process holds open, where the system tells. */
    private static List<Path> openFiles(Path below) throws IOException {
        var descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        try (var open = Files.list(descriptors)) {
            return open.flatMap(PluginJarsTest::target)
                    .filter(file -> file.startsWith(below))
                    .toList();
        }
    }

    private static Stream<Path> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor));
        } catch (IOException e) {
            return Stream.empty(); // closed meanwhile
        }
    }
}
