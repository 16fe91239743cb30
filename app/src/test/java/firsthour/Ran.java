package firsthour;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What became of a command line.
record Ran(int status, String out, String err) {

    /// Runs it as the launcher would.
    static Ran of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status =
                Application.commandLine(arguments)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }

    String said() {
        return out + err;
    }
}
