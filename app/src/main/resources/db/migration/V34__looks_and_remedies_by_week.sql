-- response: the report reads a week of each
ALTER TABLE second_look ADD INDEX second_look_by_asking (asked_at);
ALTER TABLE remedy ADD INDEX remedy_by_giving (given_at);

-- recovery: praise is a sign of one case alone from now on
INSERT INTO recovery_look (mention_id)
SELECT DISTINCT mention_id FROM recovery_sign WHERE kind = 'PRAISE';
