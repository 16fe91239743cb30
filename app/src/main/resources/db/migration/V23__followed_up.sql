-- triage: when the customer was last asked whether all is well; it answers nothing
ALTER TABLE cases
    ADD COLUMN followed_up_at DATETIME(6) NULL AFTER last_word_at;
