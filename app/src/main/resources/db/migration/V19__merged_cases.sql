-- triage: a case whose posts are another one's by now. Its state is MERGED
ALTER TABLE cases
    ADD COLUMN merged_into_id BIGINT      NULL AFTER closing_note,
    ADD COLUMN merged_at      DATETIME(6) NULL AFTER merged_into_id,
    ADD INDEX cases_by_survivor (merged_into_id),
    ADD FOREIGN KEY (merged_into_id) REFERENCES cases (id) ON DELETE SET NULL;

-- triage: who merged which cases, and how the one that stayed had stood before
CREATE TABLE case_merge (
    id                   BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    merged_id            BIGINT        NOT NULL,
    survivor_id          BIGINT        NOT NULL,
    merged_by            BIGINT        NOT NULL,
    merged_at            DATETIME(6)   NOT NULL,
    was_priority         INT           NOT NULL,
    was_priority_reasons VARCHAR(1000) NOT NULL,
    was_assignee_id      BIGINT        NULL,
    was_waiting_since    DATETIME(6)   NULL,
    was_silent_days      INT           NOT NULL,
    -- the survivor's version once all was moved: nothing happened to it since while that stands
    survivor_version     BIGINT        NULL,
    split_back_at        DATETIME(6)   NULL,
    INDEX case_merge_by_merged (merged_id, id),
    FOREIGN KEY (merged_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (survivor_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (merged_by) REFERENCES member (id)
);

-- triage: what was moved from one case to the other, so that it can go back
CREATE TABLE case_merge_moved (
    merge_id BIGINT      NOT NULL,
    -- MENTION, HELP, CASE, REPLY, CONTACT, PROMISE, REMEDY
    what     VARCHAR(12) CHARACTER SET ascii NOT NULL,
    row_id   BIGINT      NOT NULL,
    PRIMARY KEY (merge_id, what, row_id),
    FOREIGN KEY (merge_id) REFERENCES case_merge (id) ON DELETE CASCADE
);
