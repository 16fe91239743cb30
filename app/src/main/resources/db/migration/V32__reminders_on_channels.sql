-- alerts: each channel that tells of missed deadlines tells of promises that come near or were broken;
-- what is half over is told where somebody wants it
INSERT INTO alert_rule (channel_id, brand_id, kind, min_priority, enabled)
SELECT channel_id, brand_id, 'PROMISE', 0, enabled FROM alert_rule WHERE kind = 'BREACH';

INSERT INTO alert_rule (channel_id, brand_id, kind, min_priority, enabled)
SELECT channel_id, brand_id, 'WARNING', 0, FALSE FROM alert_rule WHERE kind = 'BREACH';
