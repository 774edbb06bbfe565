package dev.laurel.service;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.laurel.program.LoyaltyProgram;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of a program has other terms than those under which it has written accounts. Changed terms need a version of their own, with the
 * date from which on they are in force.
 */
public final class ChangedTermsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;
    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();

    private final String version;
    private final ImmutableList<String> differences;

    ChangedTermsException(LoyaltyProgram program, RegisteredVersion registered) {
        this(program, differences(program, registered));
    }

    private ChangedTermsException(LoyaltyProgram program, List<String> differences) {
        super("version '" + program.version() + "' of program '" + program.id()
                + "' has written accounts under other terms; give changed terms a version and a date of their own:\n"
                + String.join("\n", differences));
        version = program.version();
        this.differences = ImmutableList.copyOf(differences);
    }

    /** The version. */
    public String version() {
        return version;
    }

    /** What differs in the stable text: lines that are gone, each after a minus sign, and then those that are new, each after a plus sign. */
    public List<String> differences() {
        return differences;
    }

    private static List<String> differences(LoyaltyProgram program, RegisteredVersion registered) {
        if (registered.layout() > LoyaltyProgram.STABLE_LAYOUT) {
            return List.of("its terms were written by a later release, in layout " + registered.layout()
                    + ", which this one does not know");
        }
        List<String> before = LINES.splitToList(registered.stableText());
        List<String> now = LINES.splitToList(program.stableText(registered.layout()));
        List<String> differences = new ArrayList<>();
        without(before, now).forEach(line -> differences.add("- " + line));
        without(now, before).forEach(line -> differences.add("+ " + line));
        return differences;
    }

    /** What is in some lines more often than in others. */
    private static List<String> without(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left;
    }
}
