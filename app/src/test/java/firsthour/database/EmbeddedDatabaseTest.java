package firsthour.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes on one data folder, whose path has a blank in it.
class EmbeddedDatabaseTest {
    @TempDir Path temporary;

    private DataFolder folder;

    @BeforeEach
    void useTheProgramsThatTheTestsShare() throws IOException {
        folder = TestDatabase.folderWithPrograms(temporary.resolve("my data"));
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (Process process : OtherProcess.started()) {
            process.destroyForcibly().waitFor();
        }
        EmbeddedDatabase.open(folder).close();
        assertThat(Server.find(folder)).isEmpty();
    }

    @Test
    void twoThatComeAtOnceShareOneServerAndTheLastOneOutStopsIt() throws Exception {
        try (OtherProcess first = OtherProcess.on(folder);
                OtherProcess second = OtherProcess.on(folder)) {
            String server = first.server();
            assertThat(second.server()).isEqualTo(server);

            EmbeddedDatabase here = EmbeddedDatabase.open(folder);
            EmbeddedDatabase hereAgain = EmbeddedDatabase.open(folder);
            assertThat(pid()).isEqualTo(server);
            first.leave();
            here.close();
            second.leave();
            assertThat(answer(hereAgain, "SELECT 1")).isEqualTo("1");

            hereAgain.close();
            assertThat(Server.find(folder)).isEmpty();
        }
    }

    @Test
    void aServerWhoseStarterWasKilledIsUsedByTheNext() throws Exception {
        String server;
        try (OtherProcess killed = OtherProcess.on(folder)) {
            server = killed.server();
            killed.kill();
        }
        try (EmbeddedDatabase next = EmbeddedDatabase.open(folder)) {
            assertThat(pid()).isEqualTo(server);
            assertThat(answer(next, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerIsFoundEvenWhenItsNumberWasNotWrittenDown() throws Exception {
        String server;
        try (OtherProcess killed = OtherProcess.on(folder)) {
            server = killed.server();
            killed.kill();
        }
        ServerProperties known = ServerProperties.find(folder.file("server.properties")).get();
        new ServerProperties(known.port(), known.password(), 0)
                .write(folder.file("server.properties"));

        try (EmbeddedDatabase next = EmbeddedDatabase.open(folder)) {
            assertThat(pid()).isEqualTo(server);
            assertThat(answer(next, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void whatWasCommittedSurvivesTheKillOfServerAndStarter() throws Exception {
        try (OtherProcess killed = OtherProcess.on(folder)) {
            try (EmbeddedDatabase here = EmbeddedDatabase.open(folder)) {
                execute(here, "CREATE TABLE kept (id INT PRIMARY KEY)");
                execute(here, "INSERT INTO kept VALUES (7)");
            }
            killed.kill();
            ProcessHandle.of(Long.parseLong(killed.server())).get().destroyForcibly();
        }
        try (EmbeddedDatabase next = EmbeddedDatabase.open(folder)) {
            assertThat(answer(next, "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void aNumberThatNowBelongsToAnotherProgramIsNotTakenForTheServer() throws Exception {
        EmbeddedDatabase.open(folder).close();
        ServerProperties known = ServerProperties.find(folder.file("server.properties")).get();
        long myself = ProcessHandle.current().pid();
        new ServerProperties(known.port(), known.password(), myself)
                .write(folder.file("server.properties"));

        try (EmbeddedDatabase next = EmbeddedDatabase.open(folder)) {
            assertThat(pid()).isNotEqualTo(Long.toString(myself));
            assertThat(answer(next, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatDiesUnderUsComesBackAtTheSamePort() throws Exception {
        try (EmbeddedDatabase here = EmbeddedDatabase.open(folder);
                Pool pool = Pool.of(here)) {
            String before = pid();
            ProcessHandle.of(Long.parseLong(before)).get().destroyForcibly();

            assertThat(answerWithin(20, pool)).isTrue();
            assertThat(pid()).isNotEqualTo(before);
        }
    }

    @Test
    void aPortThatAnotherProgramTookMeanwhileIsLeftToIt() throws Exception {
        EmbeddedDatabase.open(folder).close();
        int port = ServerProperties.find(folder.file("server.properties")).get().port();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedDatabase next = EmbeddedDatabase.open(folder)) {
            assertThat(next.url()).doesNotContain(":" + taken.getLocalPort() + "/");
            assertThat(answer(next, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void onlyTheFoldersOwnPasswordOpensTheServer() throws Exception {
        try (EmbeddedDatabase here = EmbeddedDatabase.open(folder)) {
            for (String user : List.of("root", "firsthour", "")) {
                assertThatThrownBy(() -> DriverManager.getConnection(here.url(), user, ""))
                        .as(user)
                        .isInstanceOf(SQLException.class);
            }
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            folder.file("server.properties"))))
                    .isEqualTo("rw-------");
            assertThat(folder.path().toFile().list((_, name) -> name.startsWith("setup")))
                    .isEmpty();
        }
    }

    @Test
    void thePasswordThatAKilledStartLeftBehindIsRemoved() throws Exception {
        Files.writeString(folder.file("setup42.sql"), "IDENTIFIED BY 'secret'");

        try (EmbeddedDatabase _ = EmbeddedDatabase.open(folder)) {
            assertThat(folder.file("setup42.sql")).doesNotExist();
        }
    }

    /// A dead connection fails at once; each further attempt waits for as long as a request would.
    private static boolean answerWithin(int attempts, Pool pool) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            try (Connection connection = pool.source().getConnection()) {
                return connection.isValid(5);
            } catch (SQLException e) {
                assertThat(pool.source().isClosed()).as(e.getMessage()).isFalse();
            }
        }
        return false;
    }

    private String pid() throws IOException {
        return Long.toString(ServerProperties.find(folder.file("server.properties")).get().pid());
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.username(), database.password());
    }
}
