package dev.laurel.examples.benchmarks.contender;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.customer.Birthday;

/** The date is in the month of the member's birthday: a condition of the shop's own. */
record InBirthMonth() implements Condition {
    @Override
    public Finding check(Facts facts) {
        Birthday birthday = facts.customer().birthday();
        boolean met = birthday != null && birthday.month() == facts.date().getMonth();
        return Finding.of(met, met ? "month of the birthday" : "another month", "month of the birthday");
    }

    @Override
    public String describe() {
        return "it is the month of the birthday";
    }
}
