-- triage: whether a post on a case is kind words that want no reply
ALTER TABLE mention
    ADD COLUMN thanks BOOLEAN NOT NULL DEFAULT FALSE AFTER case_id;

UPDATE mention SET thanks = TRUE WHERE reason LIKE 'thanks, below case %';

-- triage writes, recovery takes: where signs that a customer was won back may have come or gone,
-- a mention or a case. Without keys, so that nobody waits for anybody
CREATE TABLE recovery_look (
    id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mention_id BIGINT NULL,
    case_id    BIGINT NULL
);

-- recovery: what tells that a customer was won back. No key to the mention: whoever writes a sign
-- holds the case, whoever decides about a mention comes to the case afterwards
CREATE TABLE recovery_sign (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id    BIGINT      NOT NULL,
    brand_id   BIGINT      NOT NULL,
    -- RATING_RAISED, THANKS, PRAISE
    kind       VARCHAR(16) CHARACTER SET ascii NOT NULL,
    mention_id BIGINT      NOT NULL,
    -- when the customer wrote it
    at         DATETIME(6) NOT NULL,
    seen_at    DATETIME(6) NOT NULL,
    UNIQUE (case_id, kind, mention_id),
    INDEX recovery_sign_by_time (brand_id, kind, at),
    INDEX recovery_sign_by_mention (mention_id),
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

-- recovery: two authors whom somebody knows to be one person; one row for each direction
CREATE TABLE same_author (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id      BIGINT       NOT NULL,
    network       VARCHAR(32)  NOT NULL,
    handle        VARCHAR(190) COLLATE utf8mb4_bin NOT NULL,
    other_network VARCHAR(32)  NOT NULL,
    other_handle  VARCHAR(190) COLLATE utf8mb4_bin NOT NULL,
    linked_by     BIGINT       NOT NULL,
    linked_at     DATETIME(6)  NOT NULL,
    UNIQUE (brand_id, network, handle, other_network, other_handle),
    FOREIGN KEY (brand_id) REFERENCES brand (id) ON DELETE CASCADE,
    FOREIGN KEY (linked_by) REFERENCES member (id)
);

INSERT INTO recovery_look (case_id) SELECT DISTINCT case_id FROM reply;
