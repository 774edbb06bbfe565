package dev.laurel.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Mentions;
import dev.laurel.ledger.Points;
import dev.laurel.occasion.Occasion;
import dev.laurel.tier.Tier;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule on a member: on an occasion other than a purchase, points are earned or a tier is granted.
 *
 * <pre>{@code
 * ActivityKind review = new ActivityKind("review");
 * MemberRule thanks = MemberRule.earning("thanks", review, POINTS.points(10))
 *         .capped(UseCap.of(3, BoundedWindow.MONTH));
 * }</pre>
 */
public final class MemberRule implements Rule {
    private final String id;
    private final Occasion occasion;
    private final List<Condition> conditions;
    private final MemberEffect effect;
    private final List<Cap> caps;
    private final @Nullable Moment available;
    private final @Nullable Expiry expiry;
    private final boolean keepsAvailable;
    private final @Nullable String reason;

    private MemberRule(
            String id,
            Occasion occasion,
            List<Condition> conditions,
            MemberEffect effect,
            List<Cap> caps,
            @Nullable Moment available,
            @Nullable Expiry expiry,
            boolean keepsAvailable,
            @Nullable String reason) {
        RuleTexts.check(id, reason);
        this.id = id;
        this.occasion = requireNonNull(occasion, "occasion");
        this.conditions = ImmutableList.copyOf(conditions);
        this.effect = requireNonNull(effect, "effect");
        this.caps = ImmutableList.copyOf(caps);
        this.available = available;
        this.expiry = expiry;
        this.keepsAvailable = keepsAvailable;
        this.reason = reason;
    }

    /**
     * A rule by which an occasion earns points.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static MemberRule earning(String id, Occasion occasion, Points points) {
        return of(id, occasion, new MemberEffect.Earns(points));
    }

    /**
     * A rule by which an occasion grants a tier for a period, from the end of the grant of it that runs.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static MemberRule granting(String id, Occasion occasion, Tier tier, Period period) {
        return of(id, occasion, new MemberEffect.GrantsFor(tier, period));
    }

    /**
     * A rule by which an occasion grants a tier until a moment.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static MemberRule granting(String id, Occasion occasion, Tier tier, Moment until) {
        return of(id, occasion, new MemberEffect.GrantsUntil(tier, until));
    }

    private static MemberRule of(String id, Occasion occasion, MemberEffect effect) {
        return new MemberRule(id, occasion, List.of(), effect, List.of(), null, null, false, null);
    }

    /** A copy for which these conditions must hold too. They see the member as they were before the occasion. */
    public MemberRule where(Condition... more) {
        List<Condition> all = ImmutableList.copyOf(Iterables.concat(conditions, Arrays.asList(more)));
        return new MemberRule(id, occasion, all, effect, caps, available, expiry, keepsAvailable, reason);
    }

    /** A copy that awards no more than these caps allow too. */
    public MemberRule capped(Cap... more) {
        List<Cap> all = ImmutableList.copyOf(Iterables.concat(caps, Arrays.asList(more)));
        return new MemberRule(id, occasion, conditions, effect, all, available, expiry, keepsAvailable, reason);
    }

    /** A copy whose points are pending until a moment that is worked out from the occasion. */
    public MemberRule availableFrom(Moment moment) {
        return new MemberRule(
                id,
                occasion,
                conditions,
                effect,
                caps,
                requireNonNull(moment, "moment"),
                expiry,
                keepsAvailable,
                reason);
    }

    /** A copy whose points expire so, whatever their currency says. */
    public MemberRule expiring(Expiry own) {
        return new MemberRule(
                id,
                occasion,
                conditions,
                effect,
                caps,
                available,
                requireNonNull(own, "expiry"),
                keepsAvailable,
                reason);
    }

    /**
     * A copy of which a return takes back only what is pending. Without it, what a sum or a tier gave is taken back as far as what is left gives
     * less.
     */
    public MemberRule keepingWhatIsAvailable() {
        return new MemberRule(id, occasion, conditions, effect, caps, available, expiry, true, reason);
    }

    /** A copy with a reason for the customer. */
    public MemberRule because(String why) {
        return new MemberRule(id, occasion, conditions, effect, caps, available, expiry, keepsAvailable, why);
    }

    /** A copy under another id. */
    public MemberRule renamed(String other) {
        return new MemberRule(other, occasion, conditions, effect, caps, available, expiry, keepsAvailable, reason);
    }

    @Override
    public String id() {
        return id;
    }

    /** On which occasion something follows. */
    public Occasion occasion() {
        return occasion;
    }

    @Override
    public List<Condition> conditions() {
        return conditions;
    }

    /** What follows. */
    public MemberEffect effect() {
        return effect;
    }

    /** The points that it earns, if it earns any. */
    public Optional<Points> points() {
        return effect instanceof MemberEffect.Earns earns ? Optional.of(earns.points()) : Optional.empty();
    }

    @Override
    public List<Cap> caps() {
        return caps;
    }

    /** From when its points can be spent, if not at once. */
    public Optional<Moment> available() {
        return Optional.ofNullable(available);
    }

    /** When its points expire, if not as those of their currency do. */
    public Optional<Expiry> expiry() {
        return Optional.ofNullable(expiry);
    }

    /** Whether a return takes back only what is pending of it. */
    public boolean keepsWhatIsAvailable() {
        return keepsAvailable;
    }

    @Override
    public @Nullable String reason() {
        return reason;
    }

    @Override
    public Mentions mentions() {
        Mentions mentions = occasion.mentions().and(effect.mentions());
        for (Condition condition : conditions) {
            mentions = mentions.and(condition.mentions());
        }
        return mentions;
    }

    @Override
    public boolean needsMember() {
        return Rule.super.needsMember()
                || occasion.needsMember()
                || (available != null && available.needsMember())
                || (expiry != null && expiry.date().needsMember())
                || (effect instanceof MemberEffect.GrantsUntil grants
                        && grants.until().needsMember());
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder(id)
                .append(": ")
                .append(effect.describe())
                .append(", on ")
                .append(occasion.describe());
        conditions.forEach(condition -> text.append(", where ").append(condition.describe()));
        if (available != null) {
            text.append(", available ").append(available.describe("the occasion"));
        }
        if (expiry != null) {
            text.append(", expires ").append(expiry.describe());
        }
        if (keepsAvailable) {
            text.append(", keeps what is available");
        }
        RuleTexts.addCaps(text, caps);
        return text.toString();
    }

    private List<Object> parts() {
        return Arrays.asList(id, occasion, conditions, effect, caps, available, expiry, keepsAvailable, reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemberRule that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, occasion, effect);
    }

    /** The rule in words. */
    @Override
    public String toString() {
        return "MemberRule[" + describe() + "]";
    }
}
