package dev.laurel.jdbc;

import java.sql.SQLException;
import java.util.Locale;
import org.h2.tools.Server;

/** In memory. Other processes come to it through a server in this one. */
final class TestH2 extends TestDatabase {
    private static final String NAME = "mem:laurel;DB_CLOSE_DELAY=-1";

    private Server server;

    @Override
    protected String url() {
        return "jdbc:h2:" + NAME;
    }

    @Override
    protected synchronized String urlElsewhere() {
        if (server == null) {
            try {
                // Whoever comes first makes it.
                server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifNotExists")
                        .start();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + NAME;
    }

    @Override
    protected String countOfWaiting() {
        return "select count(*) from information_schema.sessions where blocker_id is not null";
    }

    @Override
    protected String waitingASecond() {
        return "set lock_timeout 1000";
    }

    @Override
    String inItsCase(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
