package dev.laurel.codec;

import com.google.common.primitives.Longs;
import dev.laurel.counter.WindowSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that a value holds, also what it does not show itself, a line for each part that has no parts. */
final class InWords {
    private final List<String> lines = new ArrayList<>();

    private InWords() {}

    static List<String> of(Object value) {
        InWords words = new InWords();
        words.add(value.getClass().getSimpleName(), value);
        return words.lines;
    }

    private void add(String path, Object value) {
        if (Parts.has(value)) {
            List<String> names = Parts.names(value);
            for (String name : names) {
                add(path + "." + name, Parts.get(value, name));
            }
            if (names.isEmpty()) {
                lines.add(path + " is " + value.getClass().getSimpleName());
            }
        } else if (value instanceof Map<?, ?> map) {
            lines.add(path + " has " + map.size());
            map.forEach((key, element) -> add(path + "[" + key + "]", element));
        } else if (value instanceof Iterable<?> elements) {
            int index = 0;
            for (Object element : elements) {
                add(path + "[" + index++ + "]", element);
            }
            lines.add(path + " has " + index);
        } else if (value instanceof WindowSums sums) {
            add(path, sums.toMap());
        } else if (value instanceof long[] numbers) {
            add(path, Longs.asList(numbers));
        } else {
            lines.add(path + " is " + value);
        }
    }
}
