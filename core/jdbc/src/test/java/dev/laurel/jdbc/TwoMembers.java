package dev.laurel.jdbc;

import dev.laurel.service.AccountStore;
import dev.laurel.service.Intent;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of a shop on each database, where ada and ben have 500 points of before. */
@ParameterizedClass
@MethodSource("dev.laurel.jdbc.Databases#all")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class TwoMembers {
    @Parameter
    TestDatabase database;

    Shop shop;

    @BeforeEach
    final void membersOfOld() throws SQLException {
        shop = new Shop(database);
        shop.open(500, "ada", "ben");
    }

    /** A store that does not lock what is read to be changed, so that others can commit in between. */
    static AccountStore interposed(AccountStore store, Runnable beforeCommit) {
        return Passing.by(AccountStore.class, (method, arguments) -> {
            if (method.getName().equals("read")) {
                arguments[2] = Intent.VIEW;
            } else if (method.getName().equals("commit")) {
                beforeCommit.run();
            }
            return Passing.on(store, method, arguments);
        });
    }
}
