-- Two handles are one only where they are spelt alike: a network always spells an account the same
-- way. Own accounts are kept in lower-case and compared with handles in lower-case.
ALTER TABLE post MODIFY author_handle VARCHAR(190) COLLATE utf8mb4_bin NULL;
ALTER TABLE cases MODIFY author_handle VARCHAR(190) COLLATE utf8mb4_bin NULL;
ALTER TABLE own_account MODIFY handle VARCHAR(190) COLLATE utf8mb4_bin NOT NULL;

-- Where a case was dismissed after a breach, the word is not owed any more.
UPDATE clock k JOIN cases c ON c.id = k.case_id
SET k.cancelled_at = IF(k.episode < c.episode, c.episode_started_at, c.closed_at)
WHERE k.state = 'BREACHED' AND k.met_at IS NULL AND k.cancelled_at IS NULL
  AND (k.episode < c.episode OR c.state = 'DISMISSED');
