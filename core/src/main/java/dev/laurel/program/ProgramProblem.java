package dev.laurel.program;

import java.io.Serializable;

/**
 * Something that is wrong with a program.
 *
 * @param where what it is about, such as {@code rule 'vib-bonus'}
 * @param wrong what is wrong
 * @param remedy what would be right
 */
public record ProgramProblem(String where, String wrong, String remedy) implements Serializable {
    /** One line. */
    @Override
    public String toString() {
        return where + ": " + wrong + "; " + remedy;
    }
}
