package dev.laurel.program;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A program with problems. All of them are listed. */
public final class InvalidProgramException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final ImmutableList<ProgramProblem> problems;

    InvalidProgramException(String program, List<ProgramProblem> problems) {
        super(message(program, problems));
        this.problems = ImmutableList.copyOf(problems);
    }

    /** What is wrong, in the order of the program's parts. */
    public List<ProgramProblem> problems() {
        return problems;
    }

    private static String message(String program, List<ProgramProblem> problems) {
        StringBuilder text = new StringBuilder("program '")
                .append(program)
                .append("' has ")
                .append(problems.size() == 1 ? "a problem" : problems.size() + " problems")
                .append(':');
        for (ProgramProblem problem : problems) {
            text.append("\n- ").append(problem);
        }
        return text.toString();
    }
}
