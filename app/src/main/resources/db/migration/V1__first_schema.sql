-- Times are DATETIME(6) in UTC. Enumerations are stored by name. Each table names the room that writes it;
-- other rooms read it only through that room, except reporting and alerts, which read by SQL.

-- security: facts about this installation (key fingerprint, set-up code)
CREATE TABLE installation (
    name  VARCHAR(64)  NOT NULL PRIMARY KEY,
    value VARCHAR(512) NOT NULL
);

-- security: hosts on private addresses that may be reached
CREATE TABLE allowed_host (
    host     VARCHAR(253) NOT NULL PRIMARY KEY,
    added_at DATETIME(6)  NOT NULL
);

-- team
CREATE TABLE member (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email         VARCHAR(254) NOT NULL UNIQUE,
    name          VARCHAR(120) NOT NULL,
    role          VARCHAR(16)  NOT NULL,
    zone          VARCHAR(64)  NOT NULL,
    active        BOOLEAN      NOT NULL DEFAULT TRUE,
    -- raised by a change of password or role: older sign-ins end
    session_epoch INT          NOT NULL DEFAULT 0,
    password_hash VARCHAR(255) NOT NULL,
    created_at    DATETIME(6)  NOT NULL,
    version       BIGINT       NOT NULL DEFAULT 0
);

-- security: failed sign-ins, for throttling on all nodes
CREATE TABLE sign_in_failure (
    id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email   VARCHAR(254) NOT NULL,
    address VARCHAR(64)  NOT NULL,
    at      DATETIME(6)  NOT NULL,
    INDEX sign_in_failure_by_email (email, at),
    INDEX sign_in_failure_by_address (address, at),
    INDEX sign_in_failure_by_time (at)
);

-- brand
CREATE TABLE brand (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name         VARCHAR(120) NOT NULL UNIQUE,
    -- the brand's reporting zone
    zone         VARCHAR(64)  NOT NULL,
    -- probability of "negative" or of "complaint" at which a case is opened
    threshold    DOUBLE       NOT NULL DEFAULT 0.5,
    look_reviews BOOLEAN      NOT NULL DEFAULT TRUE,
    look_posts   BOOLEAN      NOT NULL DEFAULT FALSE,
    inquiries    BOOLEAN      NOT NULL DEFAULT TRUE,
    -- made by the demo: its posts, authors and staff are invented
    sample       BOOLEAN      NOT NULL DEFAULT FALSE,
    created_at   DATETIME(6)  NOT NULL,
    version      BIGINT       NOT NULL DEFAULT 0
);

CREATE TABLE tracked_query (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id   BIGINT        NOT NULL,
    query      VARCHAR(4000) NOT NULL,
    created_at DATETIME(6)   NOT NULL,
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

CREATE TABLE own_account (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT       NOT NULL,
    network  VARCHAR(32)  NOT NULL,
    handle   VARCHAR(190) NOT NULL,
    -- an automatic account's words stop no clock
    bot      BOOLEAN      NOT NULL DEFAULT FALSE,
    UNIQUE (brand_id, network, handle),
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

CREATE TABLE source (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- a connector's network name, or "file" for imports
    network    VARCHAR(32)  NOT NULL,
    name       VARCHAR(190) NOT NULL UNIQUE,
    -- whose phrases are searched for; null where the network is read whole
    brand_id   BIGINT       NULL,
    -- JSON object of settings; secret values are encrypted
    settings   TEXT         NOT NULL,
    -- overrides the rule that old posts open no case
    live       BOOLEAN      NOT NULL DEFAULT FALSE,
    enabled    BOOLEAN      NOT NULL DEFAULT TRUE,
    created_at DATETIME(6)  NOT NULL,
    version    BIGINT       NOT NULL DEFAULT 0,
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

-- intake: where each search of a source ended; a changed search starts anew
CREATE TABLE source_checkpoint (
    source_id  BIGINT     NOT NULL,
    search_key CHAR(64)   CHARACTER SET ascii NOT NULL,
    checkpoint MEDIUMTEXT NOT NULL,
    PRIMARY KEY (source_id, search_key),
    FOREIGN KEY (source_id) REFERENCES source (id) ON DELETE CASCADE
);

-- intake: how a source fares
CREATE TABLE source_state (
    source_id        BIGINT       NOT NULL PRIMARY KEY,
    next_pull_at     DATETIME(6)  NOT NULL,
    leased_until     DATETIME(6)  NULL,
    last_success_at  DATETIME(6)  NULL,
    last_post_at     DATETIME(6)  NULL,
    -- what was asked of the network, in words
    asked            VARCHAR(1000) NULL,
    refusal_kind     VARCHAR(24)  NULL,
    refusal_detail   VARCHAR(1000) NULL,
    refused_at       DATETIME(6)  NULL,
    refusals_in_row  INT          NOT NULL DEFAULT 0,
    budget_remaining BIGINT       NULL,
    budget_resets_at DATETIME(6)  NULL,
    FOREIGN KEY (source_id) REFERENCES source (id) ON DELETE CASCADE
);

-- intake: what came of what was read, by day (UTC)
CREATE TABLE source_count (
    source_id BIGINT NOT NULL,
    day       DATE   NOT NULL,
    pulls     BIGINT NOT NULL DEFAULT 0,
    refusals  BIGINT NOT NULL DEFAULT 0,
    accepted  BIGINT NOT NULL DEFAULT 0,
    duplicate BIGINT NOT NULL DEFAULT 0,
    revised   BIGINT NOT NULL DEFAULT 0,
    matched   BIGINT NOT NULL DEFAULT 0,
    unmatched BIGINT NOT NULL DEFAULT 0,
    -- posts of a brand's own accounts
    own       BIGINT NOT NULL DEFAULT 0,
    rejected  BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (source_id, day),
    FOREIGN KEY (source_id) REFERENCES source (id) ON DELETE CASCADE
);

-- mention
CREATE TABLE post (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source_id     BIGINT       NOT NULL,
    external_id   VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
    network       VARCHAR(32)  NOT NULL,
    url           VARCHAR(2048) NULL,
    -- SHA-256 of the canonical link: ties copies of one post that came through two sources
    link_key      CHAR(64)     CHARACTER SET ascii NULL,
    -- the first stored post with the same link, when this one is a copy
    copy_of       BIGINT       NULL,
    title         VARCHAR(1000) NULL,
    text          MEDIUMTEXT   NOT NULL,
    -- SHA-256 of what a reader sees: an edit changes it
    content_key   CHAR(64)     CHARACTER SET ascii NOT NULL,
    author_handle VARCHAR(190) NULL,
    author_name   VARCHAR(190) NULL,
    author_url    VARCHAR(2048) NULL,
    followers     BIGINT       NULL,
    language      VARCHAR(35)  NULL,
    rating        TINYINT      NULL,
    in_reply_to   VARCHAR(255) COLLATE utf8mb4_bin NULL,
    -- the link key of the post that this one answers, where it is named by its link
    reply_key     CHAR(64)     CHARACTER SET ascii NULL,
    published_at  DATETIME(6)  NOT NULL,
    edited_at     DATETIME(6)  NULL,
    detected_at   DATETIME(6)  NOT NULL,
    -- published more than 48 h before it was detected: judged and reported, opens no case
    history       BOOLEAN      NOT NULL,
    revision      INT          NOT NULL DEFAULT 1,
    -- a tombstone has neither text nor author
    deleted_at    DATETIME(6)  NULL,
    UNIQUE (source_id, external_id),
    INDEX post_by_link (link_key),
    INDEX post_by_author (network, author_handle),
    INDEX post_by_reply (network, in_reply_to),
    INDEX post_by_time (published_at),
    FOREIGN KEY (source_id) REFERENCES source (id)
);

CREATE TABLE post_revision (
    post_id  BIGINT        NOT NULL,
    revision INT           NOT NULL,
    title    VARCHAR(1000) NULL,
    text     MEDIUMTEXT    NOT NULL,
    rating   TINYINT       NULL,
    until    DATETIME(6)   NOT NULL,
    PRIMARY KEY (post_id, revision),
    FOREIGN KEY (post_id) REFERENCES post (id)
);

CREATE TABLE mention (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    post_id      BIGINT       NOT NULL,
    brand_id     BIGINT       NOT NULL,
    -- NEW (to be judged), JUDGED (to be triaged), TRIAGED
    state        VARCHAR(8)   NOT NULL,
    -- what triage decided: FOUND_REPLY, HISTORY, JOINED, FLAGGED, PRAISE, LISTED,
    -- UNKNOWN_LANGUAGE; null before
    verdict      VARCHAR(20)  NULL,
    reason       VARCHAR(500) NULL,
    case_id      BIGINT       NULL,
    published_at DATETIME(6)  NOT NULL,
    detected_at  DATETIME(6)  NOT NULL,
    UNIQUE (post_id, brand_id),
    INDEX mention_by_state (state, id),
    INDEX mention_by_time (brand_id, published_at),
    INDEX mention_by_case (case_id),
    FOREIGN KEY (post_id) REFERENCES post (id),
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

-- mention: posts of the brand's own accounts, waiting to be tied to a case
CREATE TABLE found_reply (
    post_id  BIGINT  NOT NULL,
    brand_id BIGINT  NOT NULL,
    bot      BOOLEAN NOT NULL,
    -- null until the case that it answers is known
    case_id  BIGINT  NULL,
    PRIMARY KEY (post_id, brand_id),
    INDEX found_reply_by_case (case_id),
    FOREIGN KEY (post_id) REFERENCES post (id),
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

-- scoring
CREATE TABLE score (
    mention_id BIGINT       NOT NULL PRIMARY KEY,
    model      VARCHAR(64)  NOT NULL,
    polarity   VARCHAR(16)  NOT NULL,
    negative   DOUBLE       NULL,
    neutral    DOUBLE       NULL,
    positive   DOUBLE       NULL,
    complaint  DOUBLE       NULL,
    severity   INT          NULL,
    -- JSON array; null where topics were not judged
    topics     VARCHAR(500) NULL,
    language   VARCHAR(35)  NULL,
    -- JSON array of {start, end, weight}
    phrases    TEXT         NULL,
    judged_at  DATETIME(6)  NOT NULL,
    FOREIGN KEY (mention_id) REFERENCES mention (id) ON DELETE CASCADE
);

CREATE TABLE correction (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mention_id   BIGINT      NOT NULL,
    member_id    BIGINT      NOT NULL,
    polarity     VARCHAR(16) NOT NULL,
    -- what the model had said, and which model
    was_polarity VARCHAR(16) NULL,
    model        VARCHAR(64) NULL,
    corrected_at DATETIME(6) NOT NULL,
    INDEX correction_by_mention (mention_id, id),
    FOREIGN KEY (mention_id) REFERENCES mention (id) ON DELETE CASCADE,
    FOREIGN KEY (member_id) REFERENCES member (id)
);

-- triage: one node at a time decides about a brand, so that two posts of one author which are
-- judged at the same instant never open two cases
CREATE TABLE triage_turn (
    brand_id BIGINT NOT NULL PRIMARY KEY
);

-- triage
CREATE TABLE cases (
    id                 BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id           BIGINT       NOT NULL,
    -- COMPLAINT, INQUIRY, LOOK
    kind               VARCHAR(16)  NOT NULL,
    -- OPEN, RESOLVED, DISMISSED
    state              VARCHAR(16)  NOT NULL,
    -- the mention that opened it
    mention_id         BIGINT       NOT NULL,
    network            VARCHAR(32)  NOT NULL,
    author_handle      VARCHAR(190) NULL,
    assignee_id        BIGINT       NULL,
    claimed_at         DATETIME(6)  NULL,
    priority           INT          NOT NULL,
    -- JSON array of {points, reason}
    priority_reasons   VARCHAR(1000) NOT NULL,
    episode            INT          NOT NULL DEFAULT 1,
    episode_started_at DATETIME(6)  NOT NULL,
    opened_at          DATETIME(6)  NOT NULL,
    acknowledged_at    DATETIME(6)  NULL,
    answered_at        DATETIME(6)  NULL,
    closed_at          DATETIME(6)  NULL,
    -- the earliest deadline of this episode whose word is still owed, passed ones included; null
    -- when none is owed. Its clock's kind, and when its last fifth begins, stand beside it
    due_at             DATETIME(6)  NULL,
    due_kind           VARCHAR(24)  NULL,
    soon_at            DATETIME(6)  NULL,
    -- what owes nothing comes last
    due_order          DATETIME(6)  AS (COALESCE(due_at, TIMESTAMP'9999-12-31 00:00:00')) PERSISTENT,
    dismissal_reason   VARCHAR(24)  NULL,
    -- words of the staff; never in events
    closing_note       VARCHAR(2000) NULL,
    version            BIGINT       NOT NULL DEFAULT 0,
    UNIQUE (mention_id),
    INDEX cases_by_queue (state, brand_id, priority DESC, due_order, id),
    INDEX cases_by_all (state, priority DESC, due_order, id),
    INDEX cases_by_assignee (state, assignee_id, priority DESC, due_order, id),
    INDEX cases_by_soon (state, soon_at),
    INDEX cases_by_closing (closed_at, id),
    INDEX cases_by_author (brand_id, network, author_handle, state),
    FOREIGN KEY (brand_id) REFERENCES brand (id),
    FOREIGN KEY (mention_id) REFERENCES mention (id),
    FOREIGN KEY (assignee_id) REFERENCES member (id)
);

-- clocks
CREATE TABLE clock (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id        BIGINT       NOT NULL,
    brand_id       BIGINT       NOT NULL,
    episode        INT          NOT NULL,
    -- ACKNOWLEDGEMENT, ANSWER
    kind           VARCHAR(24)  NOT NULL,
    -- RUNNING, MET, BREACHED, CANCELLED
    state          VARCHAR(16)  NOT NULL,
    target_seconds BIGINT       NOT NULL,
    started_at     DATETIME(6)  NOT NULL,
    warn_at        DATETIME(6)  NOT NULL,
    due_at         DATETIME(6)  NOT NULL,
    warned_at      DATETIME(6)  NULL,
    -- the due instant, set once, by the job or by a late reply; cleared only by a withdrawal
    breached_at    DATETIME(6)  NULL,
    -- the first word that counts, in time or late; before started_at where it was given before the
    -- post was detected (0 minutes for the staff)
    met_at         DATETIME(6)  NULL,
    cancelled_at   DATETIME(6)  NULL,
    receipt        VARCHAR(500) NOT NULL,
    UNIQUE (case_id, episode, kind),
    INDEX clock_by_due (state, due_at),
    INDEX clock_by_warning (state, warned_at, warn_at),
    INDEX clock_by_report (brand_id, due_at),
    FOREIGN KEY (case_id) REFERENCES cases (id),
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

-- response
CREATE TABLE reply (
    id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id       BIGINT        NOT NULL,
    episode       INT           NOT NULL,
    -- ACKNOWLEDGEMENT, ANSWER
    kind          VARCHAR(16)   NOT NULL,
    text          MEDIUMTEXT    NOT NULL,
    url           VARCHAR(2048) NULL,
    posted_at     DATETIME(6)   NOT NULL,
    recorded_at   DATETIME(6)   NOT NULL,
    -- null where it was found on the network and nobody is known
    member_id     BIGINT        NULL,
    found_post_id BIGINT        NULL,
    INDEX reply_by_case (case_id, posted_at),
    UNIQUE (case_id, found_post_id),
    FOREIGN KEY (case_id) REFERENCES cases (id),
    FOREIGN KEY (member_id) REFERENCES member (id),
    FOREIGN KEY (found_post_id) REFERENCES post (id)
);

-- events: ids and primitives only, so that erasure need not search it
CREATE TABLE event_log (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at         DATETIME(6) NOT NULL,
    type       VARCHAR(48) NOT NULL,
    brand_id   BIGINT      NULL,
    case_id    BIGINT      NULL,
    mention_id BIGINT      NULL,
    -- who did it; null for the system
    member_id  BIGINT      NULL,
    -- JSON object of the event's primitives
    data       TEXT        NOT NULL,
    INDEX event_log_by_case (case_id, id),
    INDEX event_log_by_time (at)
);

-- events: one row for each event and consumer, in the event's transaction; taken with SKIP LOCKED
CREATE TABLE event_pending (
    consumer VARCHAR(16) NOT NULL,
    event_id BIGINT      NOT NULL,
    PRIMARY KEY (consumer, event_id)
);

-- delivery
CREATE TABLE channel (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name            VARCHAR(120) NOT NULL UNIQUE,
    -- SLACK
    kind            VARCHAR(16)  NOT NULL,
    -- encrypted: who knows it can post
    url             VARCHAR(4096) NOT NULL,
    -- host and last four characters of the address, for people
    shown           VARCHAR(300) NOT NULL,
    enabled         BOOLEAN      NOT NULL DEFAULT TRUE,
    -- why the far end refused for good; null while it works
    refused         VARCHAR(500) NULL,
    -- nothing is sent before: one a second, what Retry-After said, or the lease of a request under way
    next_send_at    DATETIME(6)  NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    version         BIGINT       NOT NULL DEFAULT 0
);

CREATE TABLE delivery (
    id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    channel_id      BIGINT        NOT NULL,
    -- the same for every attempt: one alert of one rule about one event
    idempotency_key VARCHAR(64)   CHARACTER SET ascii NOT NULL UNIQUE,
    -- what finds the text again when it is sent: no post text is kept here
    rule            VARCHAR(24)   NOT NULL,
    event_id        BIGINT        NULL,
    -- PENDING, SENDING, SENT, FAILED
    state           VARCHAR(12)   NOT NULL,
    attempts        INT           NOT NULL DEFAULT 0,
    -- PENDING: not before; SENDING: when its lease ends, after which it counts as left by a crash
    next_attempt_at DATETIME(6)   NOT NULL,
    -- an attempt ended without an answer: the message may have arrived
    unsure          BOOLEAN       NOT NULL DEFAULT FALSE,
    -- since when trouble that should pass has not passed; given up after a day
    trouble_since   DATETIME(6)   NULL,
    -- the far end's last answer in words, secrets removed
    last_answer     VARCHAR(1000) NULL,
    created_at      DATETIME(6)   NOT NULL,
    sent_at         DATETIME(6)   NULL,
    INDEX delivery_by_due (channel_id, state, next_attempt_at),
    INDEX delivery_by_channel (channel_id, state, id),
    FOREIGN KEY (channel_id) REFERENCES channel (id)
);

-- alerts
CREATE TABLE alert_rule (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    channel_id   BIGINT      NOT NULL,
    -- null: all brands
    brand_id     BIGINT      NULL,
    -- NEW_CASE, ACKNOWLEDGEMENT_SOON, BREACH
    kind         VARCHAR(24) NOT NULL,
    min_priority INT         NOT NULL DEFAULT 0,
    enabled      BOOLEAN     NOT NULL DEFAULT TRUE,
    FOREIGN KEY (channel_id) REFERENCES channel (id) ON DELETE CASCADE,
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

-- demo: what the played chat channel received; sample only
CREATE TABLE demo_chat (
    id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    idempotency_key VARCHAR(64)   CHARACTER SET ascii NOT NULL UNIQUE,
    body            MEDIUMTEXT    NOT NULL,
    received_at     DATETIME(6)   NOT NULL
);
