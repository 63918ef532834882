package dev.rushlight.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** The sentence that each public type's Javadoc begins with, empty where there is none. */
    private static Map<String, String> types = Map.of();

    @BeforeAll
    static void readSources() throws IOException {
        types = PublicTypes.of(SOURCES);
    }

    /** Whoever makes a type public says so here, and asks himself whether a user needs it. */
    @Test
    void onlyTheListedTypesArePublic() throws IOException {
        try (var list = PublicApiTest.class.getResourceAsStream("/public-api.txt")) {
            assertThat(types.keySet())
                    .containsExactlyElementsOf(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    @Test
    void everyPublicTypeSaysInASentenceWhatItIs() {
        assertThat(types)
                .isNotEmpty()
                .allSatisfy((type, sentence) ->
                        assertThat(sentence).as("first sentence of %s", type).matches("(?s)\\S.{8,}[.:]"));
    }

    @Test
    void everyPackageSaysWhatItIsForAndWhatNullMeans() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(packages)
                    .isNotEmpty()
                    .allSatisfy(directory -> assertThat(directory.resolve("package-info.java"))
                            .content()
                            .startsWith("/** ")
                            .contains("@NullMarked"));
        }
    }

    /** Reads which types are public from the sources, where the Javadoc is. */
    private static final class PublicTypes extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final Map<String, String> found = new TreeMap<>();

        private PublicTypes(DocTrees docs) {
            this.docs = docs;
        }

        static Map<String, String> of(Path directory) throws IOException {
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var manager = compiler.getStandardFileManager(null, null, null);
                    var files = Files.walk(directory)) {
                var sources =
                        files.filter(file -> file.toString().endsWith(".java")).toList();
                var task = (JavacTask)
                        compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
                var types = new PublicTypes(DocTrees.instance(task));
                types.scan(task.parse(), null);
                return types.found;
            }
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isPublic(type)) {
                return null;
            }
            found.put(name(getCurrentPath()), sentence());
            return super.visitClass(type, nothing);
        }

        /** Members of an interface are public without saying so. */
        private boolean isPublic(ClassTree type) {
            return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
        }

        private static String name(TreePath path) {
            var names = new ArrayList<String>();
            for (var at = path; at.getLeaf() instanceof ClassTree type; at = at.getParentPath()) {
                names.add(0, type.getSimpleName().toString());
            }
            return path.getCompilationUnit().getPackageName() + "." + String.join(".", names);
        }

        private String sentence() {
            return Optional.ofNullable(docs.getDocCommentTree(getCurrentPath()))
                    .map(DocCommentTree::getFirstSentence)
                    .map(List::toString)
                    .orElse("");
        }
    }
}
