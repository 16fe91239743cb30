-- A source that is imported by hand has a newest post, too, and is never due.
ALTER TABLE source_state MODIFY next_pull_at DATETIME(6) NULL;

INSERT INTO source_state (source_id, last_post_at)
SELECT s.id, MAX(p.published_at) FROM source s JOIN post p ON p.source_id = s.id
WHERE s.network = 'file' GROUP BY s.id;
