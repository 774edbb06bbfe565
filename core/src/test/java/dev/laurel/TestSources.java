package dev.laurel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of the tests of all modules. */
final class TestSources {
    /** Tests run in the directory of their module. */
    private static final Path ROOT = Path.of("..");

    private TestSources() {}

    /** The directories of test sources of all modules. */
    static List<Path> directories() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path parent : List.of(ROOT, ROOT.resolve("core"), ROOT.resolve("examples"))) {
            try (Stream<Path> modules = Files.list(parent)) {
                modules.map(module -> module.resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    /** The text of each file, by its path. */
    static SortedMap<Path, String> byFile() throws IOException {
        SortedMap<Path, String> files = new TreeMap<>();
        for (Path directory : directories()) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path :
                        paths.filter(it -> it.toString().endsWith(".java")).toList()) {
                    files.put(path, Files.readString(path));
                }
            }
        }
        return files;
    }

    /** The text of each file. */
    static List<String> all() throws IOException {
        return List.copyOf(byFile().values());
    }
}
