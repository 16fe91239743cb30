package firsthour.connectors.x;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// What was spent in a calendar month, by UTC.
///
/// @param month as `2026-11`
/// @param spent in thousandths of a US dollar, like all amounts here
record Spending(String month, long spent) {
    private static final long POST = 5;
    private static final long AUTHOR = 10;

    /// Nothing yet.
    static Spending in(Instant now) {
        return new Spending(month(now).toString(), 0);
    }

    /// A new month starts with nothing.
    Spending at(Instant now) {
        return month.equals(month(now).toString()) ? this : in(now);
    }

    Spending with(int posts, int authors) {
        return new Spending(month, spent + posts * POST + authors * AUTHOR);
    }

    /// How many posts can be paid for, each by an author of its own.
    int affordable(long cap) {
        return Math.clamp((cap - spent) / (POST + AUTHOR), 0, Integer.MAX_VALUE);
    }

    /// What so many posts and their authors cost at most.
    static long price(int posts) {
        return posts * (POST + AUTHOR);
    }

    static Instant nextMonth(Instant now) {
        return month(now).plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// In words: `4.99 US dollars`, rounded up to a cent.
    static String dollars(long amount) {
        return BigDecimal.valueOf(amount, 3).setScale(2, RoundingMode.CEILING) + " US dollars";
    }

    private static YearMonth month(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }
}
