-- A score is stored whole. Null where it was judged before this.
ALTER TABLE score
    ADD COLUMN confidence       DOUBLE       NULL AFTER positive,
    -- names of flags with commas between; empty where none applies
    ADD COLUMN flags            VARCHAR(64)  NULL AFTER complaint,
    -- one a line, the heaviest first
    ADD COLUMN severity_reasons TEXT         NULL AFTER severity,
    -- the rule of comparison that decided about the brand; null where the model did
    ADD COLUMN target_rule      VARCHAR(190) NULL AFTER language;

-- What the model had said in numbers, and whether the mention belonged to a case by then: both
-- stay true when it is judged again.
ALTER TABLE correction
    ADD COLUMN negative  DOUBLE  NULL AFTER was_polarity,
    ADD COLUMN complaint DOUBLE  NULL AFTER negative,
    ADD COLUMN flagged   BOOLEAN NOT NULL DEFAULT FALSE AFTER model;

UPDATE correction k JOIN score s ON s.mention_id = k.mention_id AND s.model = k.model
SET k.negative = s.negative, k.complaint = s.complaint;

UPDATE correction k JOIN mention m ON m.id = k.mention_id JOIN cases c ON c.id = m.case_id
SET k.flagged = TRUE WHERE c.opened_at <= k.corrected_at;

-- scoring: a brand's own words for topics
CREATE TABLE topic_word (
    id       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT      NOT NULL,
    word     VARCHAR(60) NOT NULL,
    topic    VARCHAR(24) NOT NULL,
    UNIQUE (brand_id, word),
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

-- scoring: a threshold that was moved as people's judgements suggest
CREATE TABLE threshold_move (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id   BIGINT      NOT NULL,
    member_id  BIGINT      NOT NULL,
    moved_at   DATETIME(6) NOT NULL,
    -- what somebody had chosen: later suggestions start from here, not from a suggestion
    chosen     DOUBLE      NOT NULL,
    was        DOUBLE      NOT NULL,
    becomes    DOUBLE      NOT NULL,
    -- why: how many judgements, and how many of how many decisions it would have changed
    judgements INT         NOT NULL,
    changed    INT         NOT NULL,
    decisions  INT         NOT NULL,
    undone_by  BIGINT      NULL,
    undone_at  DATETIME(6) NULL,
    INDEX threshold_move_by_brand (brand_id, id),
    FOREIGN KEY (brand_id) REFERENCES brand (id),
    FOREIGN KEY (member_id) REFERENCES member (id),
    FOREIGN KEY (undone_by) REFERENCES member (id)
);

-- scoring: the weekly draw among what was not flagged, once for each brand and week
CREATE TABLE spot_check_draw (
    brand_id BIGINT      NOT NULL,
    -- its Monday, where the brand is
    week     DATE        NOT NULL,
    drawn_at DATETIME(6) NOT NULL,
    -- how many it was drawn from
    pool     INT         NOT NULL,
    PRIMARY KEY (brand_id, week),
    FOREIGN KEY (brand_id) REFERENCES brand (id)
);

CREATE TABLE spot_check (
    mention_id  BIGINT      NOT NULL PRIMARY KEY,
    brand_id    BIGINT      NOT NULL,
    week        DATE        NOT NULL,
    -- COMPLAINT, FINE, UNSURE; null until somebody has looked
    label       VARCHAR(12) NULL,
    member_id   BIGINT      NULL,
    labelled_at DATETIME(6) NULL,
    -- that was made by the label, so that it is taken back with it
    correction_id BIGINT    NULL,
    INDEX spot_check_by_week (brand_id, week),
    FOREIGN KEY (mention_id) REFERENCES mention (id) ON DELETE CASCADE,
    FOREIGN KEY (brand_id, week) REFERENCES spot_check_draw (brand_id, week),
    FOREIGN KEY (correction_id) REFERENCES correction (id) ON DELETE SET NULL,
    FOREIGN KEY (member_id) REFERENCES member (id)
);

-- Judged again although it was decided long ago: it opens no case that is older than 48 h. New
-- mentions are judged first.
ALTER TABLE mention
    ADD COLUMN judged_again BOOLEAN NOT NULL DEFAULT FALSE,
    ADD INDEX mention_by_turn (state, judged_again, id),
    ADD INDEX mention_by_detection (brand_id, detected_at);

-- What people say of mentions, one row each, whichever way they said it: a correction, a spot check,
-- a dismissal as no complaint, an answer. `flagged`: it opened a case for a complaint, and not only
-- because a person said so; `left_out`: it opened none, or only because a person said so, or it was
-- drawn: a spot check that was taken back may leave its case. What was said last counts. Read by
-- scoring and reporting.
CREATE VIEW human_judgement AS
SELECT m.id AS mention_id, m.brand_id, m.detected_at,
    m.verdict <=> 'FLAGGED' AND c.kind <=> 'COMPLAINT' AND s.mention_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM correction f
        WHERE f.mention_id = m.id AND f.polarity = 'NEGATIVE' AND NOT f.flagged) AS flagged,
    m.verdict IN ('LISTED', 'PRAISE', 'UNKNOWN_LANGUAGE')
        OR m.verdict <=> 'FLAGGED' AND (s.mention_id IS NOT NULL OR EXISTS (
            SELECT 1 FROM correction f
            WHERE f.mention_id = m.id AND f.polarity = 'NEGATIVE' AND NOT f.flagged)) AS left_out,
    -- SAID in so many words, ANSWERED without a word about it, FOUND by somebody who was not asked
    CASE
        WHEN c.dismissal_reason = 'NOT_A_COMPLAINT' AND c.closed_at > k.corrected_at THEN 'SAID'
        WHEN k.id IS NOT NULL THEN IF(k.flagged OR s.label IS NOT NULL, 'SAID', 'FOUND')
        WHEN s.label = 'FINE' OR c.dismissal_reason = 'NOT_A_COMPLAINT' THEN 'SAID'
        WHEN c.kind = 'COMPLAINT' AND c.answered_at IS NOT NULL THEN 'ANSWERED'
    END AS way,
    CASE
        WHEN c.dismissal_reason = 'NOT_A_COMPLAINT' AND c.closed_at > k.corrected_at THEN FALSE
        WHEN k.id IS NOT NULL THEN k.polarity = 'NEGATIVE'
        WHEN s.label = 'FINE' OR c.dismissal_reason = 'NOT_A_COMPLAINT' THEN FALSE
        WHEN c.kind = 'COMPLAINT' AND c.answered_at IS NOT NULL THEN TRUE
    END AS complaint
FROM mention m
LEFT JOIN cases c ON c.mention_id = m.id
LEFT JOIN spot_check s ON s.mention_id = m.id
LEFT JOIN correction k ON k.id = (SELECT MAX(id) FROM correction WHERE mention_id = m.id);
