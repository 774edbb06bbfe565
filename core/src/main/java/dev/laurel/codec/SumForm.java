package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.receipt.CountedSum;
import java.util.List;

/** How it is written and read where a purchase was counted for sums. */
final class SumForm {
    private static final ImmutableList<Kind<? extends CountedSum>> KINDS = ImmutableList.of(
            new Kind<>('s', CountedSum.Spend.class, SumForm::spend, SumForm::spend),
            new Kind<>('q', CountedSum.Quantity.class, SumForm::quantity, SumForm::quantity),
            new Kind<>('p', CountedSum.One.class, SumForm::one, SumForm::one),
            new Kind<>('o', CountedSum.Own.class, SumForm::own, SumForm::own),
            new Kind<>('e', CountedSum.Earned.class, SumForm::earned, SumForm::earned));

    private SumForm() {}

    static void write(CanonicalWriter out, CountedSum sum) {
        Kind.write(out, KINDS, sum);
    }

    static CountedSum read(CanonicalReader in) {
        return Kind.read(in, "sum", KINDS);
    }

    private static void head(CanonicalWriter out, CountedSum sum) {
        out.text(sum.key());
        out.number(sum.window());
    }

    /** Each place as what it is more than the one before it. */
    private static void lines(CanonicalWriter out, List<Integer> lines) {
        out.count(lines.size());
        int last = 0;
        for (int line : lines) {
            out.number(line - last);
            last = line;
        }
    }

    private static List<Integer> lines(CanonicalReader in) {
        ImmutableList.Builder<Integer> lines = ImmutableList.builder();
        int last = 0;
        for (int count = in.count(); count > 0; count--) {
            last = Math.toIntExact(Math.addExact(last, in.number()));
            lines.add(last);
        }
        return lines.build();
    }

    private static void spend(CanonicalWriter out, CountedSum.Spend sum) {
        head(out, sum);
        lines(out, sum.lines());
    }

    private static CountedSum.Spend spend(CanonicalReader in) {
        return new CountedSum.Spend(in.text(), in.number(), lines(in));
    }

    private static void quantity(CanonicalWriter out, CountedSum.Quantity sum) {
        head(out, sum);
        lines(out, sum.lines());
    }

    private static CountedSum.Quantity quantity(CanonicalReader in) {
        return new CountedSum.Quantity(in.text(), in.number(), lines(in));
    }

    private static void one(CanonicalWriter out, CountedSum.One sum) {
        head(out, sum);
        lines(out, sum.lines());
        out.list(sum.totals(), (to, total) -> {
            to.money(total.least());
            lines(to, total.lines());
        });
    }

    private static CountedSum.One one(CanonicalReader in) {
        return new CountedSum.One(
                in.text(), in.number(), lines(in), in.list(from -> new CountedSum.Total(from.money(), lines(from))));
    }

    private static void own(CanonicalWriter out, CountedSum.Own sum) {
        head(out, sum);
        lines(out, sum.lines());
        out.number(sum.measured());
    }

    private static CountedSum.Own own(CanonicalReader in) {
        return new CountedSum.Own(in.text(), in.number(), lines(in), in.number());
    }

    private static void earned(CanonicalWriter out, CountedSum.Earned sum) {
        head(out, sum);
        out.text(sum.currency());
    }

    private static CountedSum.Earned earned(CanonicalReader in) {
        return new CountedSum.Earned(in.text(), in.number(), in.text());
    }
}
