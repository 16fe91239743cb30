-- triage: for how many days a customer who is waited for has been silent, as far as people were told
ALTER TABLE cases
    ADD COLUMN silent_days INT NOT NULL DEFAULT 0 AFTER waiting_since;
