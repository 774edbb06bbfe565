package dev.laurel.dsl;

import dev.laurel.program.LoyaltyProgram;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a program has said so far, each part linked to the one before it: two sentences can share their beginning, and one of
 * ten thousand rules costs no more than its length.
 *
 * @param before what was said before, or null for the first part
 * @param part the part said last
 * @param said the words that can be said once only and were
 */
record ProgramDraft(
        String id,
        String version,
        @Nullable ProgramDraft before,
        Consumer<LoyaltyProgram.Builder> part,
        Set<String> said) {

    static ProgramDraft first(String id, String version, Consumer<LoyaltyProgram.Builder> part) {
        return new ProgramDraft(id, version, null, part, Set.of());
    }

    ProgramDraft with(Consumer<LoyaltyProgram.Builder> next) {
        return new ProgramDraft(id, version, this, next, said);
    }

    /** As {@code with}, for a part that would undo one said before. */
    ProgramDraft withOnce(String word, Consumer<LoyaltyProgram.Builder> next) {
        Once.check(said.contains(word), "program", id, word);
        Set<String> more = new TreeSet<>(said);
        more.add(word);
        return new ProgramDraft(id, version, this, next, Collections.unmodifiableSet(more));
    }

    LoyaltyProgram build() {
        Deque<Consumer<LoyaltyProgram.Builder>> parts = new ArrayDeque<>();
        for (ProgramDraft draft = this; draft != null; draft = draft.before) {
            parts.push(draft.part);
        }
        LoyaltyProgram.Builder builder = LoyaltyProgram.builder(id, version);
        parts.forEach(each -> each.accept(builder));
        return builder.build();
    }
}
