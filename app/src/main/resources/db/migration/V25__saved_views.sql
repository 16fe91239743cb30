-- triage: filters of the queue that somebody keeps under a name
CREATE TABLE queue_view (
    id        BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_id BIGINT        NOT NULL,
    -- who sees it beside its owner; null: nobody else
    team_id   BIGINT        NULL,
    name      VARCHAR(60)   NOT NULL,
    -- as it stands in the address of the queue, without a question mark
    filters   VARCHAR(1000) NOT NULL,
    version   BIGINT        NOT NULL DEFAULT 0,
    UNIQUE (member_id, name),
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE,
    FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE SET NULL
);
