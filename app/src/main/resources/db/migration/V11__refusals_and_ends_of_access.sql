-- intake: what networks refused, by kind and day (UTC); forgotten after seven days
CREATE TABLE refusal (
    source_id BIGINT        NOT NULL,
    day       DATE          NOT NULL,
    -- as in source_state.refusal_kind
    kind      VARCHAR(20)   CHARACTER SET ascii NOT NULL,
    refusals  BIGINT        NOT NULL,
    -- the latest of them
    last_at   DATETIME(6)   NOT NULL,
    detail    VARCHAR(1000) NOT NULL,
    -- how the answer began that could not be read, without secrets; empty where none came
    answer    VARCHAR(400)  NOT NULL,
    PRIMARY KEY (source_id, day, kind),
    INDEX refusal_by_day (day),
    FOREIGN KEY (source_id) REFERENCES source (id) ON DELETE CASCADE
);

ALTER TABLE source_state
    -- when access ends that could not be renewed, and why; null while all is well
    ADD COLUMN access_ends_at     DATETIME(6)   NULL,
    ADD COLUMN access_detail      VARCHAR(1000) NULL,
    -- when a permission ends that a person gave for a time; null where it lasts
    ADD COLUMN permission_ends_at DATETIME(6)   NULL;
