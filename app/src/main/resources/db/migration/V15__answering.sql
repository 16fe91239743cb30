-- response: what somebody is writing. One for each case, member and kind of reply
CREATE TABLE draft (
    id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id   BIGINT      NOT NULL,
    member_id BIGINT      NOT NULL,
    -- ACKNOWLEDGEMENT, ANSWER
    kind      VARCHAR(16) NOT NULL,
    text      MEDIUMTEXT  NOT NULL,
    saved_at  DATETIME(6) NOT NULL,
    -- 1 and up; another window that saw an older one overwrites nothing
    version   BIGINT      NOT NULL,
    UNIQUE (case_id, member_id, kind),
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);

-- response: a finding of the check that somebody let stand, and why
CREATE TABLE waiver (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id     BIGINT       NOT NULL,
    member_id   BIGINT       NOT NULL,
    -- SPELLING, TONE, PRIVATE_DATA, PROMISE, …
    concern     VARCHAR(24)  NOT NULL,
    -- words of the staff; never in events
    reason      VARCHAR(500) NOT NULL,
    -- the reply with which it was given: on its way, and once it stands
    outgoing_id BIGINT       NULL,
    reply_id    BIGINT       NULL,
    waived_at   DATETIME(6)  NOT NULL,
    INDEX waiver_by_case (case_id, concern),
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE,
    FOREIGN KEY (outgoing_id) REFERENCES outgoing_reply (id) ON DELETE CASCADE,
    FOREIGN KEY (reply_id) REFERENCES reply (id) ON DELETE CASCADE
);

-- response: facts to insert into replies
CREATE TABLE snippet (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT       NOT NULL,
    name     VARCHAR(60)  NOT NULL,
    text     VARCHAR(300) NOT NULL,
    version  BIGINT       NOT NULL,
    UNIQUE (brand_id, name),
    FOREIGN KEY (brand_id) REFERENCES brand (id) ON DELETE CASCADE
);

-- response: words that are right although no dictionary has them
CREATE TABLE dictionary_word (
    id       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT      NOT NULL,
    word     VARCHAR(60) NOT NULL,
    UNIQUE (brand_id, word),
    FOREIGN KEY (brand_id) REFERENCES brand (id) ON DELETE CASCADE
);

-- response: that a customer was spoken with out of sight of others
CREATE TABLE private_contact (
    id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id      BIGINT        NOT NULL,
    episode      INT           NOT NULL,
    member_id    BIGINT        NOT NULL,
    -- PHONE, MAIL, MESSAGE, IN_PERSON
    way          VARCHAR(12)   NOT NULL,
    -- words of the staff; never in events
    note         VARCHAR(2000) NULL,
    contacted_at DATETIME(6)   NOT NULL,
    recorded_at  DATETIME(6)   NOT NULL,
    INDEX private_contact_by_case (case_id, episode, contacted_at),
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);
