package dev.laurel.simulation;

/** What the plain ledger may get wrong, to show that the simulator would find it. */
enum PlainMistake {
    /** It is right. */
    NONE,

    /** It judges what is late by the present version. */
    JUDGES_BY_THE_PRESENT,

    /** It gives each lot the date that the new terms give from its own, however soon that is. */
    DATES_ANEW,

    /** It goes on with the old sums of a counter that was not asked for meanwhile. */
    RESTARTS_WITH_OLD_SUMS,

    /** It forgets with what standing a window began in which something is returned. */
    FORGETS_BEGAN,

    /** It accepts returns for as long as the present version does. */
    RETURNS_BY_THE_PRESENT,

    /** It lets a version come into force at its date, though the account is further. */
    CHANGES_THE_PAST,

    /** It judges all windows by the thresholds of the present. */
    PRESENT_THRESHOLDS,

    /** It counts nothing of what activities and enrollments earn for the caps of their rules. */
    UNCOUNTED_ACTIVITIES,

    /** It grants a tier from an activity on, though a grant of it runs. */
    GRANTS_FROM_THE_ACTIVITY,

    /** It gives for an activity whatever its attributes are. */
    ANY_ATTRIBUTE
}
