package dev.laurel.occasion;

/** The occasions that need no words of their own. */
public final class Occasions {
    private static final Enrolling ENROLLMENT = new Enrolling();

    private Occasions() {}

    /** A customer enrolls: once, and not by being brought over. */
    public static Occasion enrollment() {
        return ENROLLMENT;
    }

    /** A customer enrolls. */
    public record Enrolling() implements Occasion {
        @Override
        public String describe() {
            return "enrollment";
        }
    }
}
