package dev.laurel.jdbc;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of the tables.
 *
 * @param schema the schema that they are in, or null for the one of the connection
 * @param prefix what their names begin with
 */
record Tables(@Nullable String schema, String prefix) {
    /** What the names begin with in the scripts. */
    private static final String OF_SCRIPTS = "laurel_";

    /** An index stands in the schema of its table, so its name must not have one. */
    private static final Pattern NAMES = Pattern.compile("(index )?\\b" + OF_SCRIPTS);

    /** Words that no database folds or quotes, and nothing that could end a statement. */
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    static final Tables DEFAULT = new Tables(null, OF_SCRIPTS);

    Tables inSchema(String other) {
        return new Tables(checkedWord("schema", other), prefix);
    }

    Tables withPrefix(String other) {
        return new Tables(schema, checkedWord("prefix", other));
    }

    private static String checkedWord(String what, String word) {
        checkArgument(
                WORD.matcher(word).matches(),
                "a %s must be 1 to 40 characters of a to z, 0 to 9 and _, and begin with a letter",
                what);
        return word;
    }

    /** A text of SQL that was written for the names of the scripts, with these names. */
    String in(String sql) {
        String inSchema = schema == null ? prefix : schema + "." + prefix;
        return NAMES.matcher(sql).replaceAll(name -> name.group(1) == null ? inSchema : name.group(1) + prefix);
    }
}
