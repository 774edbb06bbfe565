package dev.laurel.dsl;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.laurel.program.LoyaltyProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.slf4j.Logger;

/** What the compiler says to somebody who writes with these words. */
final class Compilation {
    /** What such a class begins with. */
    private static final String HEAD = """
            import static dev.laurel.dsl.Laurel.*;
            import dev.laurel.condition.*;
            import dev.laurel.customer.*;
            import dev.laurel.dsl.syntax.*;
            import dev.laurel.ledger.*;
            import dev.laurel.money.*;
            import dev.laurel.occasion.*;
            import dev.laurel.program.*;
            import dev.laurel.reward.*;
            import dev.laurel.rule.*;
            import dev.laurel.tier.*;
            import dev.laurel.time.*;
            import java.time.*;
            import java.util.*;

            final class Shop {
                static final Tier INSIDER = tier("insider"), VIB = tier("vib"), ROUGE = tier("rouge");
                static final PointCurrency POINTS = pointCurrency("points"), STAMPS = pointCurrency("stamps");
                static final ActivityKind REVIEW = activity("review");
                static final ActivityKind SUBSCRIPTION = activity("subscription");
                static final Counter<MoneySum> SPEND = counter("spend").spend();
                static final Counter<CountSum> PURCHASES = counter("purchases").purchases();
                static final EarnRule BASE = rule("base").onPurchase().earns(POINTS.points(1).per(usd(1)));
                static final ProgramParts START = program("beauty", "2026.1")
                        .zone(ZoneId.of("America/New_York")).money(USD).points(POINTS, expiring(never()));

            %s
            }
            """;

    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

    private final String className;

    private Compilation(String className) {
        this.className = className;
    }

    /** Compiles a sentence, or a declaration of a program. */
    static Compilation ofSentence(String sentence) {
        String declaration = sentence.startsWith("LoyaltyProgram ") ? sentence : "Object value = " + sentence;
        return ofMembers("static final " + declaration + ";");
    }

    /** Compiles a class called {@code Shop} with these members. */
    static Compilation ofMembers(String members) {
        return ofSource("Shop", HEAD.formatted(members));
    }

    /** Compiles a class as it stands. */
    static Compilation ofSource(String className, String source) {
        Compilation compilation = new Compilation(className);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
            compiler.getTask(
                            null,
                            compilation.new InMemory(files),
                            compilation.diagnostics,
                            List.of("-proc:none", "-Xlint:all,-processing,-static", "-Xmaxerrs", "1000"),
                            null,
                            List.of(new Source(className, source)))
                    .call();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return compilation;
    }

    /** The classes that words mention; where they are is not a matter of how tests are started. */
    private static List<Path> classPath() {
        return Stream.of(
                        Laurel.class,
                        LoyaltyProgram.class,
                        CheckReturnValue.class,
                        NullMarked.class,
                        Logger.class,
                        Test.class,
                        API.class,
                        AssertionFailedError.class)
                .map(Compilation::placeOf)
                .toList();
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The errors, each in one line, without packages and without the list of what would have been possible. */
    List<String> errors() {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic
                        .getMessage(Locale.ENGLISH)
                        .replaceAll("\\s+", " ")
                        .replaceAll("\\b(?:[a-z]+\\.)+(?=[A-Z])", "")
                        .replaceAll("^(no suitable method found for [^)]+\\)) .*", "$1"))
                .toList();
    }

    /** Everything that the compiler has to say, with lines. */
    String messages() {
        return diagnostics.getDiagnostics().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** The class, loaded. */
    Class<?> load() throws ClassNotFoundException {
        ClassLoader loader = new ClassLoader(Compilation.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes.toByteArray(), 0, bytes.size());
            }
        };
        return Class.forName(className, true, loader);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(name, ignored -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
