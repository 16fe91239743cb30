-- A rare kind is found without reading the whole queue, and so is what began since a page was read.
ALTER TABLE cases
    ADD INDEX cases_by_kind (state, kind, priority DESC, due_order, id),
    ADD INDEX cases_by_start (state, episode_started_at);
