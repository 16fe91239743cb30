package firsthour.api;

import firsthour.api.CaseStages.State;
import firsthour.api.CaseStages.Who;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// What comes of each deed in each state of a case. A cell has four letters of [Came]: for a
/// stranger, for the assignee, for the colleague, and for a manager, whom an admin equals. A viewer
/// does nothing.
final class DeedTable {
    private static final int STRANGER = 0;
    private static final int ASSIGNEE = 1;
    private static final int COLLEAGUE = 2;
    private static final int MANAGER = 3;

    private static final List<String> TABLES =
            List.of(
                    // What is decided
                    """
                                    CLAIM  RELEASE  DISMISS  RESOLVE  UNDO  REOPEN
                    UNCLAIMED       DDDD   nnnn     nnnn     nnnn     oooo  oooo
                    CLAIMED         TdTT   TDTD     TDTD     TaTa     oooo  oooo
                    ANSWERED        TdTT   TDTD     TDTD     TDTD     oooo  oooo
                    WROTE_AGAIN     TdTT   TDTD     TDTD     TDTD     oooo  oooo
                    WAITING         TdTT   TDTD     TDTD     TaTa     oooo  oooo
                    OFFERED         TdTT   TDTD     TDTD     TaTa     oooo  oooo
                    HANDED_OVER     TTdT   TTDD     TTDD     TTaa     oooo  oooo
                    HELP_ASKED      TdTT   TDTD     TDTD     TaTa     oooo  oooo
                    LOOK_ASKED      TdTT   TDTD     TDTD     TaTa     oooo  oooo
                    UNSENT          TdTT   TDTD     TDTD     TaTa     oooo  oooo
                    GROUPED         TdTT   TDTD     TDTD     TaTa     oooo  oooo
                    TOOK_IN         TdTT   TDTD     TDTD     TaTa     oooo  oooo
                    RESOLVED        xxxx   xxxx     xxxx     xxxx     TDTD  DDDD
                    RESOLVED_BEFORE xxxx   xxxx     xxxx     xxxx     uuuu  DDDD
                    DISMISSED       xxxx   xxxx     xxxx     xxxx     TDTD  DDDD
                    MERGED          mmmm   mmmm     mmmm     mmmm     mmmm  mmmm
                    """,
                    // Whose turn it is
                    """
                                    WAIT  END_WAIT  LEAVE
                    UNCLAIMED       nnnn  nnnn      nnnn
                    CLAIMED         TwTw  TwTw      TsTs
                    ANSWERED        TDTD  ThTh      T0T0
                    WROTE_AGAIN     TDTD  ThTh      TDTD
                    WAITING         TWTW  TDTD      T0T0
                    OFFERED         TwTw  TwTw      TsTs
                    HANDED_OVER     TTww  TTww      TTss
                    HELP_ASKED      TwTw  TwTw      TsTs
                    LOOK_ASKED      TwTw  TwTw      TsTs
                    UNSENT          TwTw  TwTw      TsTs
                    GROUPED         TwTw  TwTw      TsTs
                    TOOK_IN         TwTw  TwTw      TsTs
                    RESOLVED        xxxx  xxxx      xxxx
                    RESOLVED_BEFORE xxxx  xxxx      xxxx
                    DISMISSED       xxxx  xxxx      xxxx
                    MERGED          mmmm  mmmm      mmmm
                    """,
                    // Colleagues
                    """
                                    HANDOVER  ACCEPT  DECLINE  TAKEBACK  HELP  HELP_ANSWER
                    UNCLAIMED       nnnn      ffff    ffff     nnnn      nnnn  qqqq
                    CLAIMED         TDTD      fdff    fyff     TkTk      TDTD  qqqq
                    ANSWERED        TDTD      fdff    fyff     TkTk      TDTD  qqqq
                    WROTE_AGAIN     TDTD      fdff    fyff     TkTk      TDTD  qqqq
                    WAITING         TDTD      fdff    fyff     TkTk      TDTD  qqqq
                    OFFERED         TOTO      fdDf    fyDf     TDTD      TDTD  qqqq
                    HANDED_OVER     TTDD      ffdf    ffyf     TTkk      TTDD  qqqq
                    HELP_ASKED      TDTD      fdff    fyff     TkTk      TDTD  qqDq
                    LOOK_ASKED      TDTD      fdff    fyff     TkTk      TDTD  qqqq
                    UNSENT          TDTD      fdff    fyff     TkTk      TDTD  qqqq
                    GROUPED         TDTD      fdff    fyff     TkTk      TDTD  qqqq
                    TOOK_IN         TDTD      fdff    fyff     TkTk      TDTD  qqqq
                    RESOLVED        xxxx      xxxx    xxxx     xxxx      xxxx  qqDq
                    RESOLVED_BEFORE xxxx      xxxx    xxxx     xxxx      xxxx  qqDq
                    DISMISSED       xxxx      xxxx    xxxx     xxxx      xxxx  qqDq
                    MERGED          mmmm      mmmm    mmmm     mmmm      mmmm  qqdq
                    """,
                    // What belongs together
                    """
                                    MERGE  SPLIT_BACK  SPLIT  CAUSE  CAUSE_REMOVE
                    UNCLAIMED       eeee   pppp        nnnn   DDDD   SSSS
                    CLAIMED         TDTD   pppp        TDTD   DDDD   SSSS
                    ANSWERED        TDTD   pppp        TDTD   DDDD   SSSS
                    WROTE_AGAIN     TDTD   pppp        TDTD   DDDD   SSSS
                    WAITING         TDTD   pppp        TDTD   DDDD   SSSS
                    OFFERED         TDTD   pppp        TDTD   DDDD   SSSS
                    HANDED_OVER     TTDD   pppp        TTDD   DDDD   SSSS
                    HELP_ASKED      TDTD   pppp        TDTD   DDDD   SSSS
                    LOOK_ASKED      TDTD   pppp        TDTD   DDDD   SSSS
                    UNSENT          TvTv   pppp        TDTD   DDDD   SSSS
                    GROUPED         TDTD   pppp        TDTD   DDDD   DDDD
                    TOOK_IN         TDTD   TDTD        TDTD   DDDD   SSSS
                    RESOLVED        xxxx   pppp        xxxx   DDDD   SSSS
                    RESOLVED_BEFORE xxxx   pppp        xxxx   DDDD   SSSS
                    DISMISSED       xxxx   pppp        xxxx   DDDD   SSSS
                    MERGED          mmmm   pppp        mmmm   SSSS   SSSS
                    """,
                    // Public words
                    """
                                    ACKNOWLEDGE  ANSWER  FOLLOW_UP  POST_ACKNOWLEDGE  POST_ANSWER  POST_FOLLOW_UP
                    UNCLAIMED       nnnn         nnnn    FFFF       nnnn              nnnn         FFFF
                    CLAIMED         TDTD         TDTD    FFFF       TDTD              TDTD         FFFF
                    ANSWERED        TDTD         TDTD    TDTD       TDTD              TDTD         TDTD
                    WROTE_AGAIN     TDTD         TDTD    TDTD       TDTD              TDTD         TDTD
                    WAITING         TDTD         TDTD    FFFF       TDTD              TDTD         FFFF
                    OFFERED         TDTD         TDTD    FFFF       TDTD              TDTD         FFFF
                    HANDED_OVER     TTDD         TTDD    FFFF       TTDD              TTDD         FFFF
                    HELP_ASKED      TDTD         TDTD    FFFF       TDTD              TDTD         FFFF
                    LOOK_ASKED      TDTD         TDTD    FFFF       TLTL              TLTL         FFFF
                    UNSENT          TvTv         TvTv    FFFF       TvTv              TvTv         FFFF
                    GROUPED         TDTD         TDTD    FFFF       TDTD              TDTD         FFFF
                    TOOK_IN         TDTD         TDTD    FFFF       TDTD              TDTD         FFFF
                    RESOLVED        xxxx         xxxx    RDRD       xxxx              xxxx         RDRD
                    RESOLVED_BEFORE xxxx         xxxx    RDRD       xxxx              xxxx         RDRD
                    DISMISSED       xxxx         xxxx    FFFF       xxxx              xxxx         FFFF
                    MERGED          mmmm         mmmm    mmmm       mmmm              mmmm         mmmm
                    """,
                    // Replies that were not posted, and what is done beside public words
                    """
                                    AGAIN  DROP  CONTACT
                    UNCLAIMED       nnnn   gggg  nnnn
                    CLAIMED         TgTg   TgTg  TDTD
                    ANSWERED        TgTg   TgTg  TDTD
                    WROTE_AGAIN     TgTg   TgTg  TDTD
                    WAITING         TgTg   TgTg  TDTD
                    OFFERED         TgTg   TgTg  TDTD
                    HANDED_OVER     TTgg   TTgg  TTDD
                    HELP_ASKED      TgTg   TgTg  TDTD
                    LOOK_ASKED      TgTg   TgTg  TDTD
                    UNSENT          TDTD   TDTD  TDTD
                    GROUPED         TgTg   TgTg  TDTD
                    TOOK_IN         TgTg   TgTg  TDTD
                    RESOLVED        xxxx   TgTg  xxxx
                    RESOLVED_BEFORE xxxx   TgTg  xxxx
                    DISMISSED       xxxx   TgTg  xxxx
                    MERGED          mmmm   mmmm  mmmm
                    """,
                    // Second looks
                    """
                                    LOOK_ACKNOWLEDGE  LOOK_ANSWER  APPROVE  SEND_BACK  WITHDRAW
                    UNCLAIMED       nnnn              nnnn         ????     ????       ????
                    CLAIMED         TDTD              TDTD         ????     ????       ????
                    ANSWERED        TDTD              TDTD         ????     ????       ????
                    WROTE_AGAIN     TDTD              TDTD         ????     ????       ????
                    WAITING         TDTD              TDTD         ????     ????       ????
                    OFFERED         TDTD              TDTD         ????     ????       ????
                    HANDED_OVER     TTDD              TTDD         ????     ????       ????
                    HELP_ASKED      TDTD              TDTD         ????     ????       ????
                    LOOK_ASKED      TLTL              TLTL         DlDD     DlDD       TDTD
                    UNSENT          TvTv              TvTv         ????     ????       ????
                    GROUPED         TDTD              TDTD         ????     ????       ????
                    TOOK_IN         TDTD              TDTD         ????     ????       ????
                    RESOLVED        xxxx              xxxx         xlxx     xlxx       xxxx
                    RESOLVED_BEFORE xxxx              xxxx         xlxx     xlxx       xxxx
                    DISMISSED       xxxx              xxxx         xlxx     xlxx       xxxx
                    MERGED          mmmm              mmmm         mlmm     mlmm       mmmm
                    """,
                    // What holds whatever else becomes of the case
                    """
                                    PROMISE  KEEP  PROMISE_WITHDRAW  REMEDY  PERSON  PERSON_REMOVE
                    UNCLAIMED       DDDD     DDDD  DDDD              DDDD    DDDD    DDDD
                    CLAIMED         TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    ANSWERED        TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    WROTE_AGAIN     TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    WAITING         TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    OFFERED         TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    HANDED_OVER     TTDD     TTDD  TTDD              TTDD    TTDD    TTDD
                    HELP_ASKED      TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    LOOK_ASKED      TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    UNSENT          TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    GROUPED         TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    TOOK_IN         TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    RESOLVED        TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    RESOLVED_BEFORE TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    DISMISSED       TDTD     TDTD  TDTD              TDTD    TDTD    TDTD
                    MERGED          mmmm     mmmm  mmmm              mmmm    mmmm    mmmm
                    """);

    private static final Pattern CELLS = Pattern.compile("\\S+");

    private static final Map<CaseDeed, Map<State, String>> CELL = read();

    private DeedTable() {}

    /// What comes of a deed with the version as it is.
    static Came of(CaseDeed deed, State state, Who who) {
        var cell = Objects.requireNonNull(row(deed).get(state), () -> deed + " " + state);
        return switch (who) {
            case VIEWER -> Came.ROLE_MISSING;
            case STRANGER -> Came.of(cell.charAt(STRANGER));
            case ASSIGNEE -> Came.of(cell.charAt(ASSIGNEE));
            case COLLEAGUE -> Came.of(cell.charAt(COLLEAGUE));
            case MANAGER, ADMIN -> Came.of(cell.charAt(MANAGER));
        };
    }

    private static Map<State, String> row(CaseDeed deed) {
        return Objects.requireNonNull(CELL.get(deed), deed::name);
    }

    private static Map<CaseDeed, Map<State, String>> read() {
        var cells = new EnumMap<CaseDeed, Map<State, String>>(CaseDeed.class);
        for (var table : TABLES) {
            var lines = table.lines().map(DeedTable::words).toList();
            var deeds = lines.getFirst().stream().map(CaseDeed::valueOf).toList();
            for (var line : lines.subList(1, lines.size())) {
                var state = State.valueOf(line.getFirst());
                for (int i = 0; i < deeds.size(); i++) {
                    cells.computeIfAbsent(deeds.get(i), _ -> new EnumMap<>(State.class))
                            .put(state, line.get(i + 1));
                }
            }
        }
        return cells;
    }

    private static List<String> words(String line) {
        return CELLS.matcher(line).results().map(found -> found.group()).toList();
    }
}
