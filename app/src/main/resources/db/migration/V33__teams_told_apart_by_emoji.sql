-- team: “Fast 🚀” and “Fast 🦊” are two names, as “fast” and “Fast” are one. Where two teams' names become one by that,
-- as “Straße” and “Strasse” do, the later one is numbered.
UPDATE team t
JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY name COLLATE utf8mb4_unicode_520_ci ORDER BY id) AS place
      FROM team) d ON d.id = t.id AND d.place > 1
SET t.name = CONCAT(LEFT(t.name, 100), ' ', t.id);

ALTER TABLE team MODIFY COLUMN name VARCHAR(120) COLLATE utf8mb4_unicode_520_ci NOT NULL;
