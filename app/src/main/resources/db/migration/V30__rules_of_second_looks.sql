-- triage: of which cases' replies a colleague has to approve; all that is asked must hold
CREATE TABLE look_rule (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id     BIGINT       NOT NULL,
    name         VARCHAR(60)  NOT NULL,
    -- 0 to 100; null where it is not asked
    min_severity INT          NULL,
    min_reach    BIGINT       NULL,
    vip          BOOLEAN      NOT NULL,
    -- whether only what agents write is looked at
    agents_only  BOOLEAN      NOT NULL,
    UNIQUE (brand_id, name),
    FOREIGN KEY (brand_id) REFERENCES brand (id) ON DELETE CASCADE
);

-- alerts: each channel that tells of missed deadlines tells of colleagues who ask for a second look
INSERT INTO alert_rule (channel_id, brand_id, kind, min_priority, enabled)
SELECT channel_id, brand_id, 'SECOND_LOOK', 0, enabled FROM alert_rule WHERE kind = 'BREACH';
