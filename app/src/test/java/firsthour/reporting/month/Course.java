package firsthour.reporting.month;

import firsthour.sentiment.Polarity;
import firsthour.triage.DismissalReason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// How a case fares, by chance: what its people and its customer do about it, and when.
final class Course {
    private static final List<DismissalReason> REASONS =
            List.of(
                    DismissalReason.SPAM,
                    DismissalReason.NOT_A_COMPLAINT,
                    DismissalReason.NOT_ABOUT_US,
                    DismissalReason.SOLVED_ELSEWHERE);

    private final Agenda agenda;
    private final Random random;
    private final Team team;
    private final Desk desk;
    private final Care care;
    private final Customers customers;
    private final Map<String, Opened> last = new HashMap<>();

    Course(Agenda agenda, Random random, Team team, Desk desk, Care care, Customers customers) {
        this.agenda = agenda;
        this.random = random;
        this.team = team;
        this.desk = desk;
        this.care = care;
        this.customers = customers;
    }

    /// Decides about a case that was opened just now.
    void begin(Opened opened) {
        int way = random.nextInt(100);
        bringTogether(opened, way);
        if (way < 4) {
            // Nobody ever looks at it.
            return;
        }
        if (way < 25) {
            again(opened, agenda.some(4 * 60));
        }
        if (way < 14) {
            customers.answerNatively(
                    opened,
                    way < 8 ? "kestrelbot" : "kestrelcares",
                    random.nextBoolean() ? Words.ANSWER : Words.ACKNOWLEDGEMENT,
                    agenda.now().plus(agenda.some(30)));
        } else if (way < 30) {
            // Who complained once more, in a review, has two cases.
            customers.rate(opened, Words.complaint(random), 1, agenda.now().plus(agenda.some(90)));
        }
        agenda.later(agenda.some(18), () -> claim(opened, way));
    }

    private void again(Opened opened, Duration after) {
        customers.reply(
                opened, opened.author(), Words.again(random), true, agenda.now().plus(after));
    }

    /// Two cases of one customer are one, and sometimes those of two who wrote about the same.
    private void bringTogether(Opened opened, int way) {
        var before = last.put(opened.author(), opened);
        var other = last.put("anybody", opened);
        if (before != null && random.nextInt(10) < 8) {
            agenda.later(agenda.some(45), () -> merge(before.caseId(), opened.caseId(), way));
        } else if (other != null && way > 94) {
            agenda.later(
                    agenda.some(5),
                    () -> {
                        if (desk.findUnheard(other.caseId()).isPresent()
                                && desk.findUnheard(opened.caseId()).isPresent()) {
                            merge(other.caseId(), opened.caseId(), way);
                        }
                    });
        }
    }

    private void merge(long older, long newer, int way) {
        if (way % 3 == 0) {
            care.askToLook(newer);
        }
        if (desk.merge(older, newer) && way % 2 == 0) {
            agenda.later(agenda.some(120), () -> desk.splitBack(older, newer));
        }
    }

    private void claim(Opened opened, int way) {
        var by = team.atWork(random);
        if (by.isEmpty()) {
            agenda.later(Duration.ofHours(1), () -> claim(opened, way));
            return;
        }
        long id = opened.caseId();
        desk.claim(id, by.get());
        if (way >= 88) {
            var reason = REASONS.get(way % REASONS.size());
            if (reason == DismissalReason.NOT_A_COMPLAINT && random.nextBoolean()) {
                care.correct(opened.mentionId(), by.get(), Polarity.NEUTRAL);
            }
            agenda.later(agenda.some(20), () -> desk.dismiss(id, reason));
            if (way < 91) {
                agenda.later(Duration.ofHours(9), () -> dismissBySlip(id));
            }
            return;
        }
        agenda.later(agenda.some(12), () -> acknowledge(opened, way));
    }

    private void dismissBySlip(long id) {
        desk.reopen(id);
        agenda.later(
                agenda.some(5),
                () -> {
                    desk.dismiss(id, DismissalReason.SPAM);
                    agenda.later(Duration.ofSeconds(20), () -> desk.undo(id));
                    agenda.later(agenda.some(60), () -> desk.answer(id));
                });
    }

    private void acknowledge(Opened opened, int way) {
        long id = opened.caseId();
        var said = agenda.now();
        // Some write down later what they said.
        agenda.later(Duration.ofSeconds(way % 4 == 0 ? 1500 : 5), () -> desk.acknowledge(id, said));
        if (way % 9 == 4) {
            // Before others make one case of it and another.
            agenda.later(Duration.ofMinutes(2), () -> care.give(id, way));
        }
        if (way % 5 == 0) {
            agenda.later(Duration.ofMinutes(30), () -> handOver(id, way % 2 == 0));
        }
        if (way % 6 == 0) {
            if (way > 50) {
                // Who is waited for has written already.
                again(opened, Duration.ofMinutes(10 + way % 4));
            }
            agenda.later(Duration.ofMinutes(45), () -> desk.await(id));
            if (way % 4 == 0) {
                again(opened, agenda.some(300).plusMinutes(50));
            } else {
                agenda.later(agenda.some(600).plusHours(1), () -> desk.stopWaiting(id));
            }
        }
        agenda.later(agenda.some(200).plusHours(1), () -> answer(opened, way));
    }

    private void handOver(long id, boolean accepts) {
        team.atWork(random)
                .ifPresent(to -> {
                    desk.offer(id, to);
                    agenda.later(agenda.some(8), () -> desk.settleOffer(id, to, accepts));
                });
    }

    private void answer(Opened opened, int way) {
        long id = opened.caseId();
        if (way % 7 == 0) {
            care.askToLook(id)
                    .ifPresent(look -> agenda.later(agenda.some(9), () -> look(id, look, way)));
            agenda.later(Duration.ofMinutes(16), () -> answered(opened, way));
        } else {
            answered(opened, way);
        }
    }

    private void look(long id, long look, int way) {
        var by = team.atWork(random);
        if (by.isEmpty()) {
            return;
        }
        if (way % 3 == 0) {
            care.sendBack(id, look, by.get());
        } else {
            care.approve(id, look, by.get(), way % 2 == 0 ? Words.BETTER_ANSWER : Words.ANSWER);
        }
    }

    private void answered(Opened opened, int way) {
        long id = opened.caseId();
        desk.answer(id);
        if (way % 4 == 1) {
            care.give(id, random.nextInt(60));
        }
        if (way % 3 == 0) {
            care.promise(id, Duration.ofHours(20));
            agenda.later(
                    agenda.some(900),
                    () -> {
                        if (way % 9 == 0) {
                            care.withdrawPromises(id);
                        } else {
                            care.keepPromises(id);
                        }
                    });
        }
        hear(opened, way);
        agenda.later(agenda.some(240), () -> resolve(opened, way));
    }

    /// What the customer says to the answer.
    private void hear(Opened opened, int way) {
        if (opened.review() && random.nextInt(10) < 6) {
            customers.raise(opened, 4 + way % 2, agenda.now().plus(agenda.some(900)));
        } else if (way % 6 == 1) {
            customers.reply(
                    opened,
                    opened.author(),
                    Words.thanks(),
                    true,
                    agenda.now().plus(agenda.some(300)));
        } else if (way % 6 == 2) {
            customers.reply(
                    opened,
                    opened.author(),
                    Words.praise(random),
                    false,
                    agenda.now().plus(agenda.some(4_000)));
        }
    }

    private void resolve(Opened opened, int way) {
        long id = opened.caseId();
        desk.resolve(id);
        if (way % 5 == 2) {
            agenda.later(Duration.ofDays(2), () -> desk.followUp(id));
        }
        if (way % 8 == 1) {
            again(opened, agenda.some(900));
            answerOnceMore(id, Duration.ofHours(40));
        } else if (way % 8 == 2) {
            agenda.later(agenda.some(1_200), () -> desk.reopen(id));
            answerOnceMore(id, Duration.ofHours(30));
        }
    }

    private void answerOnceMore(long id, Duration after) {
        agenda.later(after, () -> desk.answer(id));
        agenda.later(after.plusHours(1), () -> desk.resolve(id));
    }
}
