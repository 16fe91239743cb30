-- intake: the last time of which a stream's network had kept nothing when it was listened to again
ALTER TABLE source_state
    ADD COLUMN gap_from  DATETIME(6) NULL,
    ADD COLUMN gap_until DATETIME(6) NULL;
