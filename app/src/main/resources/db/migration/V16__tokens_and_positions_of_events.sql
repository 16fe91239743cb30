-- security: what programs sign in with; of the token itself only its SHA-256 is kept
CREATE TABLE api_token (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_id    BIGINT       NOT NULL,
    name         VARCHAR(120) NOT NULL,
    hash         CHAR(64)     CHARACTER SET ascii NOT NULL UNIQUE,
    -- its last characters, for people
    ending       CHAR(4)      CHARACTER SET ascii NOT NULL,
    -- READ, WORK, MANAGE with commas between
    scopes       VARCHAR(64)  NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    expires_at   DATETIME(6)  NULL,
    -- written at most once a minute
    last_used_at DATETIME(6)  NULL,
    withdrawn_at DATETIME(6)  NULL,
    INDEX api_token_by_member (member_id, withdrawn_at),
    FOREIGN KEY (member_id) REFERENCES member (id)
);

-- team: when somebody was deactivated last; what was made before stays ended
ALTER TABLE member ADD COLUMN deactivated_at DATETIME(6) NULL;
UPDATE member SET deactivated_at = UTC_TIMESTAMP(6) WHERE NOT active;

-- events: the place in the stream that other systems read. It is given after the commit, by one at
-- a time: whoever has read up to a place has missed nothing before it, however late it committed
ALTER TABLE event_log ADD COLUMN position BIGINT NULL;
UPDATE event_log SET position = id;
ALTER TABLE event_log ADD UNIQUE INDEX event_log_by_position (position);

-- events: the last place that was given; its row is the turn to give the next ones
CREATE TABLE event_position (
    id   TINYINT NOT NULL PRIMARY KEY,
    last BIGINT  NOT NULL
);
INSERT INTO event_position (id, last) SELECT 1, COALESCE(MAX(position), 0) FROM event_log;

-- api: what was answered to requests with an Idempotency-Key, so that the same again changes
-- nothing; kept for a day. Holds ids and words of ours, no text of a post and no customer's name
CREATE TABLE api_answer (
    token_id    BIGINT       NOT NULL,
    request_key VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- SHA-256 of method, address and body
    fingerprint CHAR(64)     CHARACTER SET ascii NOT NULL,
    asked_at    DATETIME(6)  NOT NULL,
    -- JSON; null while the first is under way, or where it was left by a crash
    answer      TEXT         NULL,
    PRIMARY KEY (token_id, request_key),
    INDEX api_answer_by_time (asked_at),
    FOREIGN KEY (token_id) REFERENCES api_token (id) ON DELETE CASCADE
);
