package dev.laurel.customer;

/** When somebody born on 29 February has their birthday in a year without that day. */
public enum LeapDay {
    /** On 28 February. */
    FEBRUARY_28,
    /** On 1 March. */
    MARCH_1
}
