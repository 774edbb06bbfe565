package dev.laurel.service;

import dev.laurel.program.LoyaltyProgram;

/**
 * A version of a program that has written accounts, as a store keeps it: so nobody can change terms under a version that is known.
 *
 * @param version the version, such as {@code 2026.1}
 * @param layout the layout of the stable text
 * @param stableText the terms, see {@link LoyaltyProgram#stableText(int)}
 * @param fingerprint the fingerprint of the program, which is that of this text
 */
public record RegisteredVersion(String version, int layout, String stableText, String fingerprint) {
    /** A version as this release writes it. */
    public static RegisteredVersion of(LoyaltyProgram program) {
        return new RegisteredVersion(
                program.version(), LoyaltyProgram.STABLE_LAYOUT, program.stableText(), program.fingerprint());
    }
}
