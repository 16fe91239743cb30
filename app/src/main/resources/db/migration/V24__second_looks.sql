-- response: a co-worker looks at a reply before it is posted
CREATE TABLE second_look (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id     BIGINT        NOT NULL,
    episode     INT           NOT NULL,
    -- ACKNOWLEDGEMENT, ANSWER
    kind        VARCHAR(16)   CHARACTER SET ascii NOT NULL,
    asked_by    BIGINT        NOT NULL,
    -- null: of anybody who may answer
    asked_of    BIGINT        NULL,
    -- who had the case then
    keeper_id   BIGINT        NOT NULL,
    -- as their author wrote them; empty once the case has been closed for long
    asked_words MEDIUMTEXT    NOT NULL,
    -- as they stand, with what the colleague changed
    words       MEDIUMTEXT    NOT NULL,
    -- why findings of the check are let stand, by their keys: a JSON object
    reasons     MEDIUMTEXT    NOT NULL,
    asked_at    DATETIME(6)   NOT NULL,
    -- when it lapses, so that it never costs the hour
    due_at      DATETIME(6)   NOT NULL,
    -- OPEN, APPROVED, SENT_BACK, WITHDRAWN, LAPSED, CALLED_OFF
    state       VARCHAR(12)   CHARACTER SET ascii NOT NULL,
    settled_at  DATETIME(6)   NULL,
    -- null where nobody did
    settled_by  BIGINT        NULL,
    -- why it was sent back; words of the staff, never in events
    note        VARCHAR(2000) NULL,
    INDEX second_look_by_case (case_id, id),
    INDEX second_look_by_due (state, due_at),
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (asked_by) REFERENCES member (id),
    FOREIGN KEY (asked_of) REFERENCES member (id),
    FOREIGN KEY (keeper_id) REFERENCES member (id),
    FOREIGN KEY (settled_by) REFERENCES member (id)
);

-- clocks: kind may also be SECOND_LOOK, 15 minutes until somebody says otherwise
INSERT INTO policy_target (policy_id, kind, within_seconds, business)
SELECT p.id, 'SECOND_LOOK', 900, FALSE
FROM policy p
JOIN (SELECT brand_id, MAX(revision) AS newest FROM policy GROUP BY brand_id) n
  ON n.brand_id = p.brand_id AND n.newest = p.revision;
