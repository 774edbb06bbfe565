package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.POINTS;
import static dev.laurel.jdbc.Shop.PROGRAM;
import static dev.laurel.jdbc.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.CheckReturnValue;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.service.LoyaltyService;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.flywaydb.core.Flyway;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.ThreadLocalTransactionProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** All code on the page compiles, and what needs no framework but Spring, jOOQ and Flyway does what the page says. */
class JdbcReadmeTest {
    /** What a reader has; of frameworks that are not here, what the page uses of them. */
    private static final String HEAD = """
            import dev.laurel.event.*;
            import dev.laurel.program.*;
            import dev.laurel.service.*;
            import java.sql.*;
            import javax.sql.DataSource;
            import org.flywaydb.core.Flyway;
            import org.jooq.Configuration;
            import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
            %s
            public class Page {
                public static DataSource dataSource;
                public static LoyaltyProgram program;
                public static Purchase purchase;
                public static final ThreadLocal<Connection> PRESENT = new ThreadLocal<>();
                static DataSource pool;
                public static Connection connection;
                static Orders orders;
                static String order;
                static Session session;
                static Handle handle;

                interface Orders { String place(String order); }
                interface Work { void execute(Connection connection) throws SQLException; }
                interface Session { void doWork(Work work); }
                interface Handle { Connection getConnection(); }
            %s
            }
            """;

    @TempDir
    static Path directory;

    private static URLClassLoader loader;
    private static Class<?> page;

    // --- what stands on the page ---

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> blocks() throws IOException {
        return all("^```java\n(.*?)^```", Files.readString(Path.of("README.md")));
    }

    /** The store of each row of the table of connections. */
    private static List<String> rows() throws IOException {
        return all("^\\| [^|\n]+ \\| `(JdbcAccountStore\\.[^`]+)`", Files.readString(Path.of("README.md")));
    }

    /** A row becomes a method that gives its store, and so does a block that makes one. */
    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        StringBuilder imports = new StringBuilder();
        StringBuilder methods = new StringBuilder();
        for (String row : rows()) {
            methods.append("public static JdbcAccountStore row%d(Configuration c) { return %s; }\n"
                    .formatted(rows().indexOf(row), row));
        }
        for (String block : blocks()) {
            imports.append(String.join("\n", all("^(import [^\n]+)", block)));
            String end =
                    block.contains("return ") ? "" : block.contains(" store = ") ? "return store;" : "return null;";
            methods.append("public static Object block%d() throws Exception {\n%s%s\n}\n"
                    .formatted(blocks().indexOf(block), block.replaceAll("(?m)^import .*$", ""), end));
        }
        Path source = directory.resolve("Page.java");
        Files.writeString(source, HEAD.formatted(imports, methods));
        assertThat(errors(source)).isEmpty();
        loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, JdbcReadmeTest.class.getClassLoader());
        page = loader.loadClass("Page");
        set("program", PROGRAM);
        set("purchase", purchase("order-1", "ada", "10"));
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    private static List<String> errors(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(directory));
            compiler.getTask(null, files, diagnostics, List.of("-proc:none"), null, files.getJavaFileObjects(source))
                    .call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    /** Where the classes are that the page mentions, however tests are started. */
    private static List<Path> classPath() {
        return Stream.of(
                        JdbcAccountStore.class,
                        LoyaltyService.class,
                        CheckReturnValue.class,
                        NullMarked.class,
                        Logger.class,
                        Flyway.class,
                        DSLContext.class,
                        TransactionAwareDataSourceProxy.class,
                        InitializingBean.class)
                .map(JdbcReadmeTest::placeOf)
                .toList();
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- what it does ---

    private static void set(String field, Object value) throws ReflectiveOperationException {
        page.getField(field).set(null, value);
    }

    private static Object run(int block) throws ReflectiveOperationException {
        return page.getMethod("block" + block).invoke(null);
    }

    private static JdbcAccountStore jooqRow(Configuration c) throws IOException, ReflectiveOperationException {
        return row("dsl()", c);
    }

    /** The store of the row that has some word in it. */
    private static JdbcAccountStore row(String word, @Nullable Configuration c)
            throws IOException, ReflectiveOperationException {
        int row = Iterables.indexOf(rows(), each -> each.contains(word));
        return (JdbcAccountStore)
                page.getMethod("row" + row, Configuration.class).invoke(null, c);
    }

    static List<TestDatabase> databases() {
        return List.of(Databases.POSTGRESQL, Databases.H2);
    }

    private static LoyaltyService service(JdbcAccountStore store) {
        return LoyaltyService.of(LoyaltyEngine.of(PROGRAM), store);
    }

    private static long available(DataSource dataSource) {
        return service(JdbcAccountStore.of(dataSource)).member("ada", NOON).available(POINTS);
    }

    @Test
    void theTableAndTheBlocksAreFound() throws IOException {
        assertThat(rows()).hasSize(8);
        assertThat(blocks()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theFirstBlockMakesTheTablesAndStoresAPurchase(TestDatabase database)
            throws SQLException, ReflectiveOperationException {
        try (HikariDataSource host = database.poolIn("page_first_steps")) {
            set("dataSource", host);
            assertThat(run(0)).isInstanceOf(JdbcAccountStore.class);
            assertThat(available(host)).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void oneServiceJoinsTheTransactionThatThereIsAndCommitsWhereThereIsNone(TestDatabase database)
            throws SQLException, ReflectiveOperationException {
        try (HikariDataSource host = database.poolIn("page_one_service");
                Connection transaction = host.getConnection()) {
            JdbcAccountStore.of(host).createTables();
            set("dataSource", host);
            LoyaltyService once = service((JdbcAccountStore) run(1));
            @SuppressWarnings("unchecked")
            ThreadLocal<Connection> present =
                    (ThreadLocal<Connection>) page.getField("PRESENT").get(null);
            transaction.setAutoCommit(false);
            present.set(transaction);
            try {
                once.submit(purchase("order-1", "ada", "10")).orThrow();
                transaction.rollback();
            } finally {
                present.remove();
            }
            assertThat(available(host)).isZero();
            once.submit(purchase("order-1", "ada", "10")).orThrow();
            assertThat(available(host)).isEqualTo(10);
        }
    }

    @Test
    void flywayMakesTheTablesBesideThoseOfTheHost() throws SQLException, ReflectiveOperationException {
        try (HikariDataSource host = Databases.POSTGRESQL.poolIn("page_flyway")) {
            Flyway.configure()
                    .dataSource(host)
                    .locations("classpath:migration/host")
                    .load()
                    .migrate();
            set("dataSource", host);
            assertThat(run(3)).isNull();
            service(JdbcAccountStore.of(host))
                    .submit(purchase("order-1", "ada", "10"))
                    .orThrow();
            assertThat(available(host)).isEqualTo(10);
        }
    }

    // --- plain JDBC ---

    @ParameterizedTest
    @MethodSource("databases")
    void theRowOfPlainJdbcJoinsTheTransactionOfItsConnection(TestDatabase database)
            throws SQLException, IOException, ReflectiveOperationException {
        Shop shop = new Shop(database);
        try (Connection connection = database.pool().getConnection()) {
            connection.setAutoCommit(false);
            set("connection", connection);
            LoyaltyService joined = shop.serviceOver(
                    row("accept(connection)", null).withPrefix(shop.prefix).withOutbox());
            joined.submit(purchase("order-1", "ada", "10")).orThrow();
            connection.rollback();
            joined.submit(purchase("order-2", "ada", "10")).orThrow();
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertThat(shop.journal("ada")).containsExactly("order-2");
        shop.requireClean("ada");
    }

    // --- Spring ---

    @ParameterizedTest
    @MethodSource("databases")
    void theRowOfSpringJoinsItsTransactionAndCommitsWhereThereIsNone(TestDatabase database)
            throws SQLException, IOException, ReflectiveOperationException {
        Shop shop = new Shop(database);
        set("dataSource", database.pool());
        LoyaltyService service =
                shop.serviceOver(row("Proxy", null).withPrefix(shop.prefix).withOutbox());
        JdbcTemplate jdbc = new JdbcTemplate(database.pool());
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database.pool()));
        for (String id : List.of("order-1", "declined")) {
            transaction.executeWithoutResult(status -> {
                jdbc.update("insert into " + shop.prefix + "shop_order (id) values (?)", id);
                service.submit(purchase(id, "ada", "10")).orThrow();
                if (id.equals("declined")) {
                    status.setRollbackOnly();
                }
            });
        }
        service.submit(purchase("order-3", "ada", "10")).orThrow();
        assertThat(shop.orders()).containsExactly("order-1");
        assertThat(shop.journal("ada")).containsExactly("order-1", "order-3");
        shop.requireClean("ada");
    }

    // --- jOOQ ---

    private static SQLDialect dialect(TestDatabase database) {
        return database == Databases.H2 ? SQLDialect.H2 : SQLDialect.POSTGRES;
    }

    private static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** An order and its points, and then the end of the transaction that the order is in. */
    private static void order(DSLContext jooq, Shop shop, JdbcAccountStore store, String id, boolean isDeclined) {
        jooq.execute("insert into " + shop.prefix + "shop_order (id) values (?)", id);
        LoyaltyService service = shop.serviceOver(store.withPrefix(shop.prefix).withOutbox());
        service.submit(purchase(id, "ada", "10")).orThrow();
        if (isDeclined) {
            throw new Declined();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theRowOfJooqJoinsItsTransaction(TestDatabase database) throws SQLException {
        Shop shop = new Shop(database);
        DSLContext jooq = DSL.using(database.pool(), dialect(database));
        jooq.transaction(c -> order(c.dsl(), shop, jooqRow(c), "order-1", false));
        assertThatThrownBy(() -> jooq.transaction(c -> order(c.dsl(), shop, jooqRow(c), "order-2", true)))
                .isInstanceOf(Declined.class);
        assertThat(shop.orders()).containsExactly("order-1");
        assertThat(shop.journal("ada")).containsExactly("order-1");
        shop.requireClean("ada");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void jooqItselfJoinsOnlyWhereItsTransactionIsThatOfTheThread(TestDatabase database) throws SQLException {
        Shop shop = new Shop(database);
        DSLContext jooq = DSL.using(database.pool(), dialect(database));
        JdbcAccountStore apart = JdbcAccountStore.on(work -> jooq.connection(work::accept));
        assertThatThrownBy(() -> jooq.transaction(c -> order(c.dsl(), shop, apart, "order-1", true)))
                .isInstanceOf(Declined.class);
        assertThat(shop.orders()).isEmpty();
        assertThat(shop.journal("ada")).containsExactly("order-1");

        DSLContext ofThread = DSL.using(new DefaultConfiguration()
                .set(dialect(database))
                .set(new ThreadLocalTransactionProvider(new DataSourceConnectionProvider(database.pool()))));
        JdbcAccountStore joined = JdbcAccountStore.on(work -> ofThread.connection(work::accept));
        assertThatThrownBy(() -> ofThread.transaction(() -> order(ofThread, shop, joined, "order-2", true)))
                .isInstanceOf(Declined.class);
        ofThread.transaction(() -> order(ofThread, shop, joined, "order-3", false));
        assertThat(shop.orders()).containsExactly("order-3");
        assertThat(shop.journal("ada")).containsExactly("order-1", "order-3");
        shop.requireClean("ada");
    }
}
