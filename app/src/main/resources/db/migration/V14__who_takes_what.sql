-- team: groups that cases are sent to
CREATE TABLE team (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name       VARCHAR(120) NOT NULL UNIQUE,
    created_at DATETIME(6)  NOT NULL
);

CREATE TABLE team_member (
    team_id   BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    PRIMARY KEY (team_id, member_id),
    FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE,
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);

-- team: what somebody is good at, in lower case
CREATE TABLE member_skill (
    member_id BIGINT      NOT NULL,
    skill     VARCHAR(60) NOT NULL,
    PRIMARY KEY (member_id, skill),
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);

-- team: how much somebody takes, and who stands in meanwhile
CREATE TABLE availability (
    member_id    BIGINT      NOT NULL PRIMARY KEY,
    -- open cases from which on no more are assigned; whoever claims is not held back
    capacity     INT         NOT NULL,
    -- may lie ahead; null for who is here
    away_since   DATETIME(6) NULL,
    -- null: until they come back themselves
    away_until   DATETIME(6) NULL,
    cover_id     BIGINT      NULL,
    version      BIGINT      NOT NULL DEFAULT 0,
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE,
    FOREIGN KEY (cover_id) REFERENCES member (id) ON DELETE SET NULL
);

-- triage: customers whose cases are looked at with care, as a manager named them
CREATE TABLE vip_author (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT       NOT NULL,
    network  VARCHAR(32)  NOT NULL,
    -- in lower case, without an @
    handle   VARCHAR(190) NOT NULL,
    UNIQUE (brand_id, network, handle),
    FOREIGN KEY (brand_id) REFERENCES brand (id) ON DELETE CASCADE
);

-- triage: where new cases go. A null condition is none; the first rule that fits decides.
CREATE TABLE routing_rule (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- the order in which rules are asked
    place         INT          NOT NULL,
    name          VARCHAR(120) NOT NULL,
    -- DRAFT, LIVE, OFF
    state         VARCHAR(8)   NOT NULL,
    brand_id      BIGINT       NULL,
    network       VARCHAR(32)  NULL,
    topic         VARCHAR(60)  NULL,
    kind          VARCHAR(16)  NULL,
    language      VARCHAR(35)  NULL,
    min_severity  INT          NULL,
    -- followers, and what reposts count for
    min_reach     BIGINT       NULL,
    -- earlier posts of the author about the brand
    min_earlier   INT          NULL,
    vip           BOOLEAN      NOT NULL DEFAULT FALSE,
    team_id       BIGINT       NULL,
    skill         VARCHAR(60)  NULL,
    -- POOL, TURN, LEAST_LOAD
    manner        VARCHAR(12)  NOT NULL,
    -- the version that was tried over the cases of a month; only that one goes live
    tried_version BIGINT       NULL,
    version       BIGINT       NOT NULL DEFAULT 0,
    INDEX routing_rule_by_place (place, id),
    FOREIGN KEY (brand_id) REFERENCES brand (id) ON DELETE CASCADE,
    -- a team that a rule names is not removed
    FOREIGN KEY (team_id) REFERENCES team (id)
);

-- triage: one node at a time gives cases to people, so that two never count the same hands as free
CREATE TABLE routing_turn (
    id INT NOT NULL PRIMARY KEY
);

INSERT INTO routing_turn (id) VALUES (1);

-- triage: when somebody was last given a case
CREATE TABLE assignment_turn (
    member_id BIGINT      NOT NULL PRIMARY KEY,
    at        DATETIME(6) NOT NULL,
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);

ALTER TABLE cases
    -- who may take it; null: anybody
    ADD COLUMN team_id BIGINT NULL,
    -- why it went there, in words
    ADD COLUMN routing_reason VARCHAR(300) NULL,
    -- when it last became nobody's; null where nobody has had it yet
    ADD COLUMN left_at DATETIME(6) NULL,
    -- nobody has it, and a manager should see to that; null once somebody has
    ADD COLUMN unattended_at DATETIME(6) NULL,
    -- how often its priority rose because nobody took it
    ADD COLUMN climb_step INT NOT NULL DEFAULT 0,
    -- to whom whoever has it would hand it over, and since when the offer stands
    ADD COLUMN offered_to_id BIGINT NULL,
    ADD COLUMN offered_at DATETIME(6) NULL,
    ADD FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE SET NULL,
    ADD FOREIGN KEY (offered_to_id) REFERENCES member (id),
    ADD INDEX cases_by_team (state, team_id, priority DESC, due_order, id),
    ADD INDEX cases_by_offer (state, offered_to_id),
    ADD INDEX cases_by_unattended (state, unattended_at);

-- triage: through whose hands a case went; the row without an end has it, or had it when it was
-- closed
CREATE TABLE holding (
    id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id   BIGINT      NOT NULL,
    member_id BIGINT      NOT NULL,
    episode   INT         NOT NULL,
    -- CLAIMED, ASSIGNED, HANDED_OVER, COVERED
    way       VARCHAR(12) NOT NULL,
    since     DATETIME(6) NOT NULL,
    until     DATETIME(6) NULL,
    INDEX holding_by_case (case_id, id),
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);

INSERT INTO holding (case_id, member_id, episode, way, since, until)
SELECT id, assignee_id, episode, 'CLAIMED', COALESCE(claimed_at, opened_at), NULL
FROM cases WHERE assignee_id IS NOT NULL;

-- triage: handovers that were offered, with the words that go along
CREATE TABLE handover (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id    BIGINT        NOT NULL,
    from_id    BIGINT        NOT NULL,
    to_id      BIGINT        NOT NULL,
    -- words of the staff; never in events
    note       VARCHAR(2000) NOT NULL,
    offered_at DATETIME(6)   NOT NULL,
    -- ACCEPTED, DECLINED, TAKEN_BACK, LAPSED; null while it stands
    came_to    VARCHAR(12)   NULL,
    settled_at DATETIME(6)   NULL,
    INDEX handover_by_case (case_id, id),
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (from_id) REFERENCES member (id) ON DELETE CASCADE,
    FOREIGN KEY (to_id) REFERENCES member (id) ON DELETE CASCADE
);

-- triage: who was asked for help; the case stays where it is
CREATE TABLE help (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id     BIGINT        NOT NULL,
    asker_id    BIGINT        NOT NULL,
    helper_id   BIGINT        NOT NULL,
    question    VARCHAR(2000) NOT NULL,
    asked_at    DATETIME(6)   NOT NULL,
    answer      VARCHAR(2000) NULL,
    answered_at DATETIME(6)   NULL,
    INDEX help_by_case (case_id, id),
    INDEX help_by_helper (helper_id, answered_at, case_id),
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (asker_id) REFERENCES member (id) ON DELETE CASCADE,
    FOREIGN KEY (helper_id) REFERENCES member (id) ON DELETE CASCADE
);

-- response: pages on which somebody looks at a case; what was not seen for half a minute is gone
CREATE TABLE looking (
    seat      CHAR(36)    CHARACTER SET ascii NOT NULL PRIMARY KEY,
    case_id   BIGINT      NOT NULL,
    member_id BIGINT      NOT NULL,
    seen_at   DATETIME(6) NOT NULL,
    INDEX looking_by_case (case_id, seen_at),
    INDEX looking_by_time (seen_at),
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);

-- response: who writes an answer, until when nobody else does
CREATE TABLE drafting (
    case_id   BIGINT      NOT NULL PRIMARY KEY,
    member_id BIGINT      NOT NULL,
    since     DATETIME(6) NOT NULL,
    until     DATETIME(6) NOT NULL,
    FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);
