package dev.laurel.examples.replay;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of a CSV file can tell of a purchase. */
enum CsvColumn {
    CUSTOMER("customer", true),
    DATE("date", true),
    NET("net", true),
    TIME("time", false),
    ID("id", false),
    SKU("sku", false),
    CATEGORY("category", false),
    QUANTITY("quantity", false),
    CURRENCY("currency", false);

    private final String title;
    private final boolean required;

    CsvColumn(String title, boolean required) {
        this.title = title;
        this.required = required;
    }

    /** The name by which it is mapped, and the header that it has unless it is mapped. */
    String title() {
        return title;
    }

    boolean isRequired() {
        return required;
    }

    static Optional<CsvColumn> of(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(CsvColumn::title).collect(Collectors.joining(", "));
    }
}
