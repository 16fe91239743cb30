-- recovery: what customers let us quote, and for how long. One for each mention
CREATE TABLE testimonial (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id   BIGINT        NOT NULL,
    mention_id BIGINT        NOT NULL UNIQUE,
    -- the case that came before it, if any
    case_id    BIGINT        NULL,
    -- the author's own words; empty once they may not be used any more
    quote      VARCHAR(2000) NOT NULL,
    -- ASKED, GRANTED, WITHDRAWN, EXPIRED
    state      VARCHAR(12)   CHARACTER SET ascii NOT NULL,
    website    BOOLEAN       NOT NULL DEFAULT FALSE,
    print      BOOLEAN       NOT NULL DEFAULT FALSE,
    social     BOOLEAN       NOT NULL DEFAULT FALSE,
    -- whether the author may be named
    named      BOOLEAN       NOT NULL DEFAULT FALSE,
    -- the last day on which it may be used, in the brand's zone; null for no end
    expires_on DATE          NULL,
    -- where it was granted, or a note about it; words of the staff, never in events
    proof_url  VARCHAR(2048) NULL,
    proof      VARCHAR(1000) NULL,
    asked_by   BIGINT        NOT NULL,
    asked_at   DATETIME(6)   NOT NULL,
    granted_by BIGINT        NULL,
    granted_at DATETIME(6)   NULL,
    ended_at   DATETIME(6)   NULL,
    -- BY_US, BY_CUSTOMER, POST_DELETED, EXPIRED
    ended_for  VARCHAR(16)   CHARACTER SET ascii NULL,
    version    BIGINT        NOT NULL DEFAULT 1,
    INDEX testimonial_by_state (state, id),
    FOREIGN KEY (brand_id) REFERENCES brand (id),
    FOREIGN KEY (mention_id) REFERENCES mention (id) ON DELETE CASCADE,
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE SET NULL,
    FOREIGN KEY (asked_by) REFERENCES member (id),
    FOREIGN KEY (granted_by) REFERENCES member (id)
);
