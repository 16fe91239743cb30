-- causes: what several customers write about, and what colleagues know of it
CREATE TABLE cause (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id   BIGINT        NOT NULL,
    -- made of a topic and a day, or typed; never a customer's words
    title      VARCHAR(120)  NOT NULL,
    -- the topic that the rules grouped by; null where they went by the words, or people did
    topic      VARCHAR(60)   NULL,
    -- what every colleague should know who replies
    facts      VARCHAR(2000) NULL,
    -- who made it; null where the rules did
    made_by    BIGINT        NULL,
    opened_at  DATETIME(6)   NOT NULL,
    closed_at  DATETIME(6)   NULL,
    version    BIGINT        NOT NULL DEFAULT 0,
    INDEX cause_by_brand (brand_id, closed_at, id),
    FOREIGN KEY (brand_id) REFERENCES brand (id) ON DELETE CASCADE,
    FOREIGN KEY (made_by) REFERENCES member (id) ON DELETE SET NULL
);

ALTER TABLE cases
    ADD COLUMN cause_id      BIGINT  NULL,
    -- a person put it into its cause, or took it out: the rules leave it alone
    ADD COLUMN cause_by_hand BOOLEAN NOT NULL DEFAULT FALSE,
    ADD INDEX cases_by_cause (cause_id, state),
    ADD INDEX cases_by_opening (brand_id, opened_at),
    ADD FOREIGN KEY (cause_id) REFERENCES cause (id) ON DELETE SET NULL;

-- triage: the cause that the survivor had before
ALTER TABLE case_merge ADD COLUMN was_cause_id BIGINT NULL;

-- causes: what tells how alike the posts of cases are; none of a post that was deleted
CREATE TABLE cause_signature (
    mention_id BIGINT      NOT NULL PRIMARY KEY,
    brand_id   BIGINT      NOT NULL,
    -- 64 numbers of four bytes, in hexadecimal
    signature  VARCHAR(512) CHARACTER SET ascii NOT NULL,
    signed_at  DATETIME(6) NOT NULL,
    INDEX cause_signature_by_time (signed_at)
);

-- causes: posts that share a band are compared
CREATE TABLE cause_band (
    mention_id BIGINT  NOT NULL,
    band       TINYINT NOT NULL,
    brand_id   BIGINT  NOT NULL,
    hash       BIGINT  NOT NULL,
    PRIMARY KEY (mention_id, band),
    INDEX cause_band_by_hash (brand_id, band, hash),
    FOREIGN KEY (mention_id) REFERENCES cause_signature (mention_id) ON DELETE CASCADE
);

-- causes: one node at a time groups the cases of a brand
CREATE TABLE cause_turn (
    brand_id BIGINT NOT NULL PRIMARY KEY
);
