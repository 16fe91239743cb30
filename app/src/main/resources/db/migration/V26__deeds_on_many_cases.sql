-- triage: deeds on many cases at once, kept for a day: what became of each, and what to put back
CREATE TABLE bulk (
    id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_id BIGINT      NOT NULL,
    -- CLAIM, RELEASE, DISMISS, LEAVE
    deed      VARCHAR(12) CHARACTER SET ascii NOT NULL,
    done_at   DATETIME(6) NOT NULL,
    undone_at DATETIME(6) NULL,
    INDEX bulk_by_time (done_at),
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);

CREATE TABLE bulk_case (
    bulk_id       BIGINT       NOT NULL,
    case_id       BIGINT       NOT NULL,
    -- of the case after the deed; null where the deed changed nothing
    version       BIGINT       NULL,
    -- why nothing was changed, or not put back: in a few words, and in full
    brief         VARCHAR(200) NULL,
    words         VARCHAR(500) NULL,
    undone        BOOLEAN      NOT NULL DEFAULT FALSE,
    -- as the case was before
    assignee_id   BIGINT       NULL,
    claimed_at    DATETIME(6)  NULL,
    left_at       DATETIME(6)  NULL,
    unattended_at DATETIME(6)  NULL,
    offered_to_id BIGINT       NULL,
    offered_at    DATETIME(6)  NULL,
    -- ids of the mentions that wanted a reply, with commas between
    wanted_reply  TEXT         NULL,
    PRIMARY KEY (bulk_id, case_id),
    FOREIGN KEY (bulk_id) REFERENCES bulk (id) ON DELETE CASCADE,
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE
);
