-- clocks: when people are there to answer, shared by brands; a change makes a new version, so that what
-- was promised under the old one stays as it was
CREATE TABLE calendar (
    id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name            VARCHAR(120)  NOT NULL UNIQUE,
    -- whose public holidays are days off, as "de" or "de-by"; null for nobody's
    country         VARCHAR(40)   NULL,
    -- address of an iCalendar feed of days off, encrypted: who knows it may read the feed
    feed_sealed     TEXT          NULL,
    feed_checked_at DATETIME(6)   NULL,
    -- why the feed could not be read or was not taken; the days that it gave last stay
    feed_trouble    VARCHAR(1000) NULL,
    version         BIGINT        NOT NULL DEFAULT 0
);

CREATE TABLE calendar_version (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    calendar_id BIGINT        NOT NULL,
    number      INT           NOT NULL,
    zone        VARCHAR(64)   NOT NULL,
    -- a line for each day that is not closed: MONDAY 09:00-12:30, 13:30-18:00
    week        VARCHAR(2000) NOT NULL,
    made_at     DATETIME(6)   NOT NULL,
    -- null where holidays or a feed changed
    made_by     BIGINT        NULL,
    UNIQUE (calendar_id, number),
    FOREIGN KEY (calendar_id) REFERENCES calendar (id),
    FOREIGN KEY (made_by) REFERENCES member (id)
);

CREATE TABLE day_off (
    calendar_version_id BIGINT       NOT NULL,
    day                 DATE         NOT NULL,
    -- CLOSURE (somebody wrote it), PUBLIC (holiday), FEED
    origin              VARCHAR(8)   CHARACTER SET ascii NOT NULL,
    name                VARCHAR(190) NOT NULL,
    PRIMARY KEY (calendar_version_id, day, origin),
    FOREIGN KEY (calendar_version_id) REFERENCES calendar_version (id)
);

-- clocks: what a brand promises. A change writes all of its policies anew, with the next revision; a brand
-- without any has the standard ones
CREATE TABLE policy (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id     BIGINT       NOT NULL,
    revision     INT          NOT NULL,
    -- the same in every revision; the last one in order has no conditions
    number       INT          NOT NULL,
    -- the first that applies counts
    position     INT          NOT NULL,
    name         VARCHAR(120) NOT NULL,
    source_id    BIGINT       NULL,
    language     VARCHAR(35)  NULL,
    -- 0 to 100
    min_severity INT          NULL,
    -- whose hours are shown, and count where a target says so
    calendar_id  BIGINT       NULL,
    enabled      BOOLEAN      NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    made_by      BIGINT       NOT NULL,
    UNIQUE (brand_id, revision, number),
    FOREIGN KEY (brand_id) REFERENCES brand (id),
    FOREIGN KEY (source_id) REFERENCES source (id),
    FOREIGN KEY (calendar_id) REFERENCES calendar (id),
    FOREIGN KEY (made_by) REFERENCES member (id)
);

CREATE TABLE policy_target (
    policy_id      BIGINT      NOT NULL,
    -- as in clock.kind
    kind           VARCHAR(24) NOT NULL,
    within_seconds BIGINT      NOT NULL CHECK (within_seconds > 0),
    -- whether only the calendar's hours count
    business       BOOLEAN     NOT NULL,
    PRIMARY KEY (policy_id, kind),
    FOREIGN KEY (policy_id) REFERENCES policy (id)
);

-- kind may also be NEXT_REPLY, state PAUSED
ALTER TABLE clock
    -- null: the standard
    ADD COLUMN policy_id           BIGINT      NULL AFTER kind,
    ADD COLUMN calendar_version_id BIGINT      NULL AFTER policy_id,
    ADD COLUMN business            BOOLEAN     NOT NULL DEFAULT FALSE AFTER calendar_version_id,
    -- which of its kind in this episode
    ADD COLUMN round               INT         NOT NULL DEFAULT 1 AFTER kind,
    -- when the customer wrote what waits for this reply: earlier words of ours are none; null where
    -- whatever was said before counts
    ADD COLUMN asked_at            DATETIME(6) NULL AFTER started_at,
    ADD COLUMN half_at             DATETIME(6) NULL AFTER asked_at,
    -- 0, 50 or 80
    ADD COLUMN warned_percent      INT         NOT NULL DEFAULT 0 AFTER warned_at,
    -- null when nobody needs to be warned any more
    ADD COLUMN next_warning_at     DATETIME(6) NULL AFTER warned_percent,
    DROP INDEX clock_by_warning,
    DROP INDEX case_id,
    ADD UNIQUE clock_by_case (case_id, episode, kind, round),
    ADD INDEX clock_by_warning (state, next_warning_at),
    -- told from what it was computed of
    DROP COLUMN receipt,
    ADD FOREIGN KEY (policy_id) REFERENCES policy (id),
    ADD FOREIGN KEY (calendar_version_id) REFERENCES calendar_version (id);

UPDATE clock SET
    half_at = started_at + INTERVAL TIMESTAMPDIFF(MICROSECOND, started_at, due_at) DIV 2 MICROSECOND,
    warned_percent = IF(warned_at IS NULL, 0, 80),
    next_warning_at = IF(warned_at IS NULL, warn_at, NULL);

ALTER TABLE clock MODIFY COLUMN half_at DATETIME(6) NOT NULL;

-- clocks: while the customer was waited for
CREATE TABLE clock_pause (
    id       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    clock_id BIGINT      NOT NULL,
    from_at  DATETIME(6) NOT NULL,
    -- null while it lasts
    until_at DATETIME(6) NULL,
    INDEX clock_pause_by_clock (clock_id, id),
    FOREIGN KEY (clock_id) REFERENCES clock (id)
);

ALTER TABLE cases
    -- the last public word of ours in this episode
    ADD COLUMN last_word_at  DATETIME(6) NULL AFTER answered_at,
    -- since when the customer is waited for; null where nobody waits
    ADD COLUMN waiting_since DATETIME(6) NULL AFTER last_word_at,
    ADD INDEX cases_by_waiting (state, waiting_since);

UPDATE cases c SET last_word_at = (
    SELECT MAX(r.posted_at) FROM reply r WHERE r.case_id = c.id AND r.episode = c.episode);

-- triage: whether a post of a case wants an answer: thanks do not
ALTER TABLE mention
    ADD COLUMN wants_reply BOOLEAN NOT NULL DEFAULT TRUE;

-- nobody was promised a next reply by then
UPDATE mention SET wants_reply = FALSE WHERE case_id IS NOT NULL;
