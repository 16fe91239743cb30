-- mention: how many passed a post on, and when its network last showed it, as far as that matters;
-- of what is stored nobody knows, so that all of it counts as seen now
ALTER TABLE post
    ADD COLUMN reposts BIGINT      NULL AFTER followers,
    ADD COLUMN seen_at DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    ADD INDEX post_by_sight (network, deleted_at, seen_at);

-- mention: a post as its author wrote it, with its markup, for thirty days
CREATE TABLE post_markup (
    post_id BIGINT      NOT NULL PRIMARY KEY,
    markup  MEDIUMTEXT  NOT NULL,
    kept_at DATETIME(6) NOT NULL,
    INDEX post_markup_by_time (kept_at),
    FOREIGN KEY (post_id) REFERENCES post (id) ON DELETE CASCADE
);
