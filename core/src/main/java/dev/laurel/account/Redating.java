package dev.laurel.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last time at which all lots of a point currency got another date: because a tier began to suspend expiry, or ended to. It
 * holds for lots that were empty then too, since points of a redemption may come back to them.
 *
 * @param at when
 * @param lots the number of the last lot that there was
 * @param expires when all lots up to that one expire, or null if they have no date of their own
 */
public record Redating(Instant at, long lots, @Nullable Instant expires) {}
