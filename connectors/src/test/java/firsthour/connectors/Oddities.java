package firsthour.connectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What no honest server says, gathered from what parsers stumble over.
final class Oddities {
    /// Stands for the address of the server.
    static final String HERE = "@HERE@";

    /// Where nothing is to be fetched from.
    static final String TRAP = "/trap";

    private static final String LAUGHS = laughs();

    /// Mostly the one that an answer names.
    static final List<Charset> ENCODINGS =
            Stream.concat(
                            Collections.nCopies(27, UTF_8).stream(),
                            Stream.of(UTF_16, UTF_16LE, ISO_8859_1))
                    .toList();

    /// Values in JSON, proper or not; in XML they are text.
    static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "7",
                    "0.5",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "1e300",
                    "1e999999999",
                    "-1e-999999999",
                    "9".repeat(2_000),
                    "NaN",
                    "007",
                    "\"\"",
                    "\" \"",
                    "\"x\"",
                    "\"\\ud83d\"",
                    "\"\\u0000\\u202e\\uffff\"",
                    "\"" + "x".repeat(200_000) + "\"",
                    "\"" + "&amp;".repeat(20_000) + "\"",
                    "\"" + "<b>".repeat(5_000) + "\"",
                    "\"" + "[".repeat(5_000) + "\"",
                    "\"" + "> ".repeat(5_000) + "\"",
                    "\"9999-12-31T23:59:59Z\"",
                    "\"+1000000000-12-31T23:59:59Z\"",
                    "\"-0001-01-01T00:00:00Z\"",
                    "\"2026-13-45T25:61:61Z\"",
                    "\"2026-11-09T10:00:00+99:99\"",
                    "\"http://[::1\"",
                    "\"//\"",
                    "\"javascript:alert(1)\"",
                    "\"" + HERE + "/elsewhere\"",
                    "\"a\\r\\nb: c\"",
                    "\"../../%2e%2e/%\"",
                    "\"at://did:plc:x/y/z\"",
                    "\"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>\"",
                    "[]",
                    "{}",
                    "[null,7,{},[]]",
                    "{\"id\":7,\"id\":8}",
                    "[".repeat(400) + "]".repeat(400),
                    "[".repeat(3_000) + "]".repeat(3_000),
                    "{\"a\":".repeat(900) + "1" + "}".repeat(900));

    static final List<String> SNIPPETS =
            List.of(
                    "",
                    "\u0000",
                    "\uFFFF",
                    "\uD83D",
                    "&#0;",
                    "&#x110000;",
                    "&b;",
                    "&nbsp;",
                    "]]>",
                    "<![CDATA[",
                    "<!--",
                    "<entry>",
                    "</entry>",
                    "<!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
                    "\"",
                    "\\",
                    "{",
                    "]",
                    ",",
                    "999999999999999999999999");

    /// Declarations of entities: those that grow, and those that are to be fetched.
    static final List<String> PROLOGS =
            List.of(
                    LAUGHS,
                    LAUGHS.replace("DOCTYPE", "doctype"),
                    "<?xml version='1.0'?><!-- a --><?a b?>\n" + LAUGHS,
                    "<!DOCTYPE a [<!ENTITY b \"" + "b".repeat(100_000) + "\">]>",
                    external("<!ENTITY b SYSTEM \"" + HERE + TRAP + "\">"),
                    external("<!ENTITY b SYSTEM \"file:///etc/passwd\">"),
                    external("<!ENTITY b PUBLIC \"b\" \"" + HERE + TRAP + "\">"),
                    external("<!ENTITY % p SYSTEM \"" + HERE + TRAP + "\">%p;"),
                    external(
                            "<!ENTITY % q \"<!ENTITY b SYSTEM '"
                                    + HERE
                                    + TRAP
                                    + "'>\">%q;<!ATTLIST feed x CDATA \"&b;\">"),
                    "<!DOCTYPE a SYSTEM \"" + HERE + TRAP + "\">",
                    "<!DOCTYPE a PUBLIC \"-//a//b\" \"" + HERE + TRAP + "\">",
                    "<?xml-stylesheet type='text/xsl' href='" + HERE + TRAP + "'?>",
                    "<?xml version='1.1' encoding='UTF-7'?>",
                    "<?xml version='1.0' encoding='no-such'?>",
                    "<?xml version='9.9'?>",
                    "\uFEFF\uFEFF",
                    ")]}',\n",
                    "callback(");

    /// What comes in place of an answer.
    static final List<String> BODIES =
            Stream.concat(
                            PROLOGS.stream().map(prolog -> prolog + "<feed>&b;</feed>"),
                            Stream.of(
                                    "",
                                    " \n ",
                                    "null",
                                    "7",
                                    "\"x\"",
                                    "[]",
                                    "{}",
                                    "[[]]",
                                    "[{}]",
                                    "[null]",
                                    "{\"error\":null}",
                                    "{\"error\":{\"errors\":[null]}}",
                                    "[".repeat(500_000),
                                    "{\"a\":".repeat(100_000),
                                    "<a>".repeat(100_000),
                                    "<a b='" + "x".repeat(1_000_000) + "'/>",
                                    "<rss version='2.0'><channel/></rss>",
                                    "<feed xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include"
                                            + " href='"
                                            + HERE
                                            + TRAP
                                            + "'/></feed>",
                                    "<html><meta http-equiv=refresh content='0;url=/login'></html>",
                                    "\u0000\u0001\u0002",
                                    "PK\u0003\u0004"))
                    .toList();

    private Oddities() {}

    private static String external(String declaration) {
        return "<!DOCTYPE a [" + declaration + "]>";
    }

    /// Ten to the tenth laughs.
    private static String laughs() {
        StringBuilder declared = new StringBuilder("<!ENTITY l0 \"lol\">");
        IntStream.rangeClosed(1, 10)
                .forEach(i ->
                        declared.append("<!ENTITY ")
                                .append(i == 10 ? "b" : "l" + i)
                                .append(" \"")
                                .append(("&l" + (i - 1) + ";").repeat(10))
                                .append("\">"));
        return external(declared.toString());
    }
}
