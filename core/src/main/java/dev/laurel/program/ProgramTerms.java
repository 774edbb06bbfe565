package dev.laurel.program;

import static dev.laurel.program.Markdown.code;
import static dev.laurel.program.Markdown.escaped;

import dev.laurel.event.Pricing;
import dev.laurel.time.Periods;
import java.util.ArrayList;
import java.util.List;

/** A program's terms for people, section by section; a section without content is left out. */
final class ProgramTerms {
    private final LoyaltyProgram program;
    private final Markdown terms = new Markdown();

    private ProgramTerms(LoyaltyProgram program) {
        this.program = program;
    }

    static String of(LoyaltyProgram program) {
        return new ProgramTerms(program).written();
    }

    private String written() {
        writeTitle();
        writeInForce();
        new EarningTerms(program).writeTo(terms);
        program.ladders()
                .forEach(ladder -> new TierTerms(ladder, program.ladders().size() > 1).writeTo(terms));
        new CurrencyTerms(program.points()).writeTo(terms);
        new ReturnTerms(program).writeTo(terms);
        if (!program.rewards().isEmpty()) {
            new RewardTerms(program).writeTo(terms);
        }
        if (!program.offers().isEmpty()) {
            new OfferTerms(program).writeGiftsTo(terms);
        }
        if (!program.benefits().isEmpty()) {
            new OfferTerms(program).writeBenefitsTo(terms);
        }
        if (!program.sums().isEmpty()) {
            new CounterTerms(program).writeTo(terms);
        }
        writeRetired();
        writeDates();
        writeFooter();
        return terms.text();
    }

    private void writeTitle() {
        terms.heading(1, "Terms of " + code(program.id()) + ", version " + escaped(program.version()));
        List<String> currencies = program.points().stream()
                .map(policy -> code(policy.currency().id()))
                .toList();
        terms.block("Purchases are in " + program.money().getCurrencyCode() + "; the points are called "
                + Wording.listed(currencies, "and") + ".");
        if (program.pricing() == Pricing.GROSS) {
            terms.block("What an order or an item costs is counted with tax, unless it is said otherwise.");
        }
    }

    private void writeInForce() {
        if (program.inForceFrom() != null) {
            terms.block("These terms are in force from the start of " + program.inForceFrom()
                    + ". What was bought before stays judged by the terms of its date.");
        }
    }

    private void writeRetired() {
        Retired retired = program.retired();
        List<String> items = new ArrayList<>();
        for (PointPolicy policy : retired.points()) {
            items.add("Nothing earns " + code(policy.currency().id())
                    + " any more. Those that members have can be used as before, and expire by their dates.");
        }
        for (Retired.RetiredTier tier : retired.tiers()) {
            items.add("Members who were " + code(tier.tier().id()) + " are "
                    + code(tier.standsOn().id()) + ", for as long as they would have been.");
        }
        retired.ladders().forEach(id -> items.add("Nobody holds a tier of " + code(id) + " any more."));
        retired.rewards().forEach(id -> items.add("The reward " + code(id) + " is no longer to be had."));
        retired.offers().forEach(id -> items.add("The offer " + code(id) + " is no longer to be had."));
        if (!items.isEmpty()) {
            terms.heading(2, "What there is no more");
            terms.block(String.join(
                    "\n", items.stream().map(item -> Markdown.item(0, item)).toList()));
        }
    }

    private void writeDates() {
        List<String> items = new ArrayList<>();
        items.add("Days, weeks (from Monday on), months and years are those of the calendar, in the time zone "
                + code(program.zone().getId()) + ".");
        if (program.needsMember()) {
            items.add(
                    "A membership year begins on the date of enrollment, or on that of the first purchase or other event if"
                            + " the member had not enrolled when the first counted.");
        }
        items.add("From one date to another means that both days are included.");
        if (!program.offers().isEmpty()) {
            items.add("In a year without 29 February, a birthday on that day is on " + leapDay() + ".");
        }
        items.add(late());
        terms.heading(2, "Dates and times");
        terms.block(String.join(
                "\n", items.stream().map(item -> Markdown.item(0, item)).toList()));
    }

    private String leapDay() {
        return switch (program.leapDay()) {
            case FEBRUARY_28 -> "28 February";
            case MARCH_1 -> "1 March";
        };
    }

    private String late() {
        return program.lateLimit().isZero()
                ? "A purchase or other event that is older than the latest recorded for the member does not count."
                : "A purchase or other event that is reported late counts if it lies at most "
                        + Periods.inWords(program.lateLimit()) + " before the latest recorded for the member.";
    }

    private void writeFooter() {
        terms.block("---");
        terms.block("Fingerprint of the program: " + code(program.fingerprint()));
    }
}
