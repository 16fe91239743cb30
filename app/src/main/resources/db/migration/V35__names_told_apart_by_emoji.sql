-- names: “Hours 🚀” and “Hours 🦊” are two, as “hours” and “Hours” are one, which those of teams are already. Where two
-- names become one by that, as “Straße” and “Strasse” do, the later one is numbered.
UPDATE brand t
JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY name COLLATE utf8mb4_unicode_520_ci ORDER BY id) AS place
      FROM brand) d ON d.id = t.id AND d.place > 1
SET t.name = CONCAT(LEFT(t.name, 100), ' (#', t.id, ')');
ALTER TABLE brand MODIFY COLUMN name VARCHAR(120) COLLATE utf8mb4_unicode_520_ci NOT NULL;

UPDATE source t
JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY name COLLATE utf8mb4_unicode_520_ci ORDER BY id) AS place
      FROM source) d ON d.id = t.id AND d.place > 1
SET t.name = CONCAT(LEFT(t.name, 170), ' (#', t.id, ')');
ALTER TABLE source MODIFY COLUMN name VARCHAR(190) COLLATE utf8mb4_unicode_520_ci NOT NULL;

UPDATE calendar t
JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY name COLLATE utf8mb4_unicode_520_ci ORDER BY id) AS place
      FROM calendar) d ON d.id = t.id AND d.place > 1
SET t.name = CONCAT(LEFT(t.name, 100), ' (#', t.id, ')');
ALTER TABLE calendar MODIFY COLUMN name VARCHAR(120) COLLATE utf8mb4_unicode_520_ci NOT NULL;

UPDATE channel t
JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY name COLLATE utf8mb4_unicode_520_ci ORDER BY id) AS place
      FROM channel) d ON d.id = t.id AND d.place > 1
SET t.name = CONCAT(LEFT(t.name, 100), ' (#', t.id, ')');
ALTER TABLE channel MODIFY COLUMN name VARCHAR(120) COLLATE utf8mb4_unicode_520_ci NOT NULL;

UPDATE snippet t
JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY brand_id, name COLLATE utf8mb4_unicode_520_ci ORDER BY id) AS place
      FROM snippet) d ON d.id = t.id AND d.place > 1
SET t.name = CONCAT(LEFT(t.name, 40), ' (#', t.id, ')');
ALTER TABLE snippet MODIFY COLUMN name VARCHAR(60) COLLATE utf8mb4_unicode_520_ci NOT NULL;

UPDATE look_rule t
JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY brand_id, name COLLATE utf8mb4_unicode_520_ci ORDER BY id) AS place
      FROM look_rule) d ON d.id = t.id AND d.place > 1
SET t.name = CONCAT(LEFT(t.name, 40), ' (#', t.id, ')');
ALTER TABLE look_rule MODIFY COLUMN name VARCHAR(60) COLLATE utf8mb4_unicode_520_ci NOT NULL;

UPDATE queue_view t
JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY member_id, name COLLATE utf8mb4_unicode_520_ci ORDER BY id) AS place
      FROM queue_view) d ON d.id = t.id AND d.place > 1
SET t.name = CONCAT(LEFT(t.name, 40), ' (#', t.id, ')');
ALTER TABLE queue_view MODIFY COLUMN name VARCHAR(60) COLLATE utf8mb4_unicode_520_ci NOT NULL;
