-- A query that was added looks through the posts that are stored already: those up to this id are
-- still to be matched; null when none is.
ALTER TABLE tracked_query ADD COLUMN unmatched_up_to BIGINT NULL DEFAULT 9223372036854775807;
UPDATE tracked_query SET unmatched_up_to = NULL;

-- Matched so late that it opens no case, like history.
ALTER TABLE mention ADD COLUMN late BOOLEAN NOT NULL DEFAULT FALSE;
