-- response: what was promised to a customer, and until when
CREATE TABLE promise (
    id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id      BIGINT        NOT NULL,
    episode      INT           NOT NULL,
    words        VARCHAR(1000) NOT NULL,
    made_by      BIGINT        NOT NULL,
    made_at      DATETIME(6)   NOT NULL,
    due_at       DATETIME(6)   NOT NULL,
    -- OPEN, KEPT (in time), BROKEN (not kept in time), WITHDRAWN
    state        VARCHAR(12)   CHARACTER SET ascii NOT NULL,
    -- when people are reminded, and when they were
    remind_at    DATETIME(6)   NOT NULL,
    reminded_at  DATETIME(6)   NULL,
    -- in time or late
    kept_at      DATETIME(6)   NULL,
    settled_by   BIGINT        NULL,
    -- why it was withdrawn
    reason       VARCHAR(500)  NULL,
    INDEX promise_by_case (case_id, id),
    INDEX promise_by_due (state, due_at),
    INDEX promise_by_reminder (state, reminded_at, remind_at),
    FOREIGN KEY (case_id) REFERENCES cases (id),
    FOREIGN KEY (made_by) REFERENCES member (id),
    FOREIGN KEY (settled_by) REFERENCES member (id)
);

-- response: what customers were given
CREATE TABLE remedy (
    id       BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id  BIGINT         NOT NULL,
    -- REFUND, DISCOUNT, REPLACEMENT, OTHER
    kind     VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    -- null where it is worth no sum
    amount   DECIMAL(12, 2) NULL,
    currency CHAR(3)        CHARACTER SET ascii NULL,
    -- the rule of the house under which it was given
    house_rule VARCHAR(200) NOT NULL,
    given_by BIGINT         NOT NULL,
    given_at DATETIME(6)    NOT NULL,
    INDEX remedy_by_case (case_id, id),
    FOREIGN KEY (case_id) REFERENCES cases (id),
    FOREIGN KEY (given_by) REFERENCES member (id)
);
