package dev.laurel.dsl;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every word shows how it is used, and what it shows is true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavadocExamplesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n\\s*}</pre>", Pattern.DOTALL);

    private final List<Documented> documented = new ArrayList<>();

    /**
     * Something public with its documentation.
     *
     * @param name the name of a method, or none for a type
     * @param examples the code in its documentation
     */
    private record Documented(String where, String name, List<String> examples) {}

    @BeforeAll
    void readSources() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(SOURCES);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = files.filter(
                            file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(docs).scan(unit, null);
            }
        }
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees docs;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                add(type.getSimpleName().toString(), "", getCurrentPath());
                return super.visitClass(type, null);
            }
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            if (type.getKind() == Tree.Kind.INTERFACE
                    || method.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                String name = method.getName().toString();
                String parameters =
                        method.getParameters().stream().map(Object::toString).collect(joining(", "));
                add(type.getSimpleName() + "." + name + "(" + parameters + ")", name, getCurrentPath());
            }
            return null;
        }

        private void add(String where, String name, TreePath path) {
            String text = docs.getDocComment(path);
            Matcher matcher = EXAMPLE.matcher(text == null ? "" : text);
            List<String> examples = new ArrayList<>();
            while (matcher.find()) {
                examples.add(matcher.group(1));
            }
            documented.add(new Documented(where, name, examples));
        }
    }

    @Test
    void everyPublicMethodHasAnExampleThatUsesIt() {
        List<Documented> methods =
                documented.stream().filter(it -> !it.name.isEmpty()).toList();
        assertThat(methods).hasSizeGreaterThan(80);
        assertThat(methods)
                .filteredOn(it -> it.examples.stream().noneMatch(example -> example.contains(it.name + "(")))
                .isEmpty();
    }

    @Test
    void everyExampleCompilesWithoutWarningAndRuns() throws ReflectiveOperationException {
        List<String> methods = documented.stream()
                .flatMap(it -> it.examples.stream().map(example -> "// " + it.where + "\n" + example))
                .toList();
        Compilation compilation = Compilation.ofMembers(IntStream.range(0, methods.size())
                .mapToObj(i -> "static void example" + i + "() {\n" + methods.get(i) + "\n}\n")
                .collect(joining("\n")));

        assertThat(compilation.messages()).isEmpty();
        Class<?> shop = compilation.load();
        for (int i = 0; i < methods.size(); i++) {
            Method example = shop.getDeclaredMethod("example" + i);
            example.setAccessible(true);
            example.invoke(null);
        }
    }

    /** So that a half-read source does not pass for one without methods. */
    @Test
    void everyPublicTypeWasRead() {
        assertThat(documented.stream().filter(it -> it.name.isEmpty()).map(Documented::where))
                .contains("Laurel", "LadderBase", "ValueWords", "RuleTerms", "ProgramParts")
                .hasSize(30);
    }
}
