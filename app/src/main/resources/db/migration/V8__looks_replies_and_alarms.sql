-- mention: when a post is looked at again on its network, for edits, deletion and replies; null where
-- it no longer is
ALTER TABLE post
    ADD COLUMN look_at DATETIME(6) NULL,
    ADD INDEX post_by_look (source_id, look_at),
    ADD INDEX post_by_arrival (source_id, published_at);

UPDATE post p JOIN mention m ON m.post_id = p.id
SET p.look_at = UTC_TIMESTAMP(6) + INTERVAL MOD(p.id, 1440) MINUTE
WHERE p.network <> 'file' AND p.deleted_at IS NULL
  AND p.published_at > UTC_TIMESTAMP(6) - INTERVAL 30 DAY;

-- response: replies that are posted from here. The intent stands before anything is sent
CREATE TABLE outgoing_reply (
    id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id         BIGINT        NOT NULL,
    -- the post that it answers
    post_id         BIGINT        NOT NULL,
    -- ACKNOWLEDGEMENT, ANSWER
    kind            VARCHAR(16)   NOT NULL,
    text            MEDIUMTEXT    NOT NULL,
    -- the same for every attempt
    idempotency_key VARCHAR(64)   CHARACTER SET ascii NOT NULL UNIQUE,
    member_id       BIGINT        NOT NULL,
    -- PENDING, SENDING, SENT, FAILED, DROPPED
    state           VARCHAR(12)   NOT NULL,
    attempts        INT           NOT NULL DEFAULT 0,
    -- PENDING: not before; SENDING: when its lease ends, after which it counts as left by a crash
    next_attempt_at DATETIME(6)   NOT NULL,
    -- an attempt ended without an answer: it may stand on the network, and is looked for there
    unsure          BOOLEAN       NOT NULL DEFAULT FALSE,
    -- why it does not stand there, in words
    detail          VARCHAR(1000) NULL,
    -- its id on the network
    external_id     VARCHAR(255)  COLLATE utf8mb4_bin NULL,
    reply_id        BIGINT        NULL,
    created_at      DATETIME(6)   NOT NULL,
    sent_at         DATETIME(6)   NULL,
    INDEX outgoing_reply_by_due (state, next_attempt_at),
    INDEX outgoing_reply_by_case (case_id, id),
    FOREIGN KEY (case_id) REFERENCES cases (id),
    FOREIGN KEY (post_id) REFERENCES post (id),
    FOREIGN KEY (member_id) REFERENCES member (id),
    FOREIGN KEY (reply_id) REFERENCES reply (id)
);

-- intake: what people were told of a source, until it comes back: STOPPED or QUIET
ALTER TABLE source_state
    ADD COLUMN alarm    VARCHAR(8)  NULL,
    ADD COLUMN alarm_at DATETIME(6) NULL;

-- alerts: each channel that tells of missed deadlines tells of sources that stop or go quiet
INSERT INTO alert_rule (channel_id, brand_id, kind, min_priority, enabled)
SELECT channel_id, brand_id, 'SOURCE_TROUBLE', 0, enabled FROM alert_rule WHERE kind = 'BREACH';

-- brand: how far ahead of an even pace the requests of an account are
CREATE TABLE pace (
    -- SHA-256 of network, account and limit
    account CHAR(64)    CHARACTER SET ascii NOT NULL PRIMARY KEY,
    -- when all that was sent would have been sent at an even pace
    even_at DATETIME(6) NOT NULL
);
