-- response: that somebody was thanked for praise, once for each mention. The intent stands before
-- anything is sent
CREATE TABLE thanks (
    mention_id      BIGINT        NOT NULL PRIMARY KEY,
    brand_id        BIGINT        NOT NULL,
    member_id       BIGINT        NOT NULL,
    text            MEDIUMTEXT    NOT NULL,
    url             VARCHAR(2048) NULL,
    -- findings of the check that were let stand, with the reasons; for colleagues, never in events
    waived          TEXT          NULL,
    -- the same for every attempt
    idempotency_key CHAR(36)      CHARACTER SET ascii NOT NULL UNIQUE,
    -- SENDING, SENT, FAILED
    state           VARCHAR(12)   CHARACTER SET ascii NOT NULL,
    -- an attempt ended without an answer: it may stand on the network, and is looked for there
    unsure          BOOLEAN       NOT NULL DEFAULT FALSE,
    -- why it does not stand there, in words
    detail          VARCHAR(1000) NULL,
    -- after this an attempt counts as left by a crash
    leased_until    DATETIME(6)   NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    thanked_at      DATETIME(6)   NULL,
    FOREIGN KEY (mention_id) REFERENCES mention (id) ON DELETE CASCADE,
    FOREIGN KEY (brand_id) REFERENCES brand (id),
    FOREIGN KEY (member_id) REFERENCES member (id)
);

-- response: the list of praise
ALTER TABLE mention ADD INDEX mention_by_verdict (verdict, id);
