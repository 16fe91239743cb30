-- brand: what senders to a webhook sign with
CREATE TABLE webhook_secret (
    source_id BIGINT       NOT NULL PRIMARY KEY,
    -- encrypted
    sealed    VARCHAR(255) CHARACTER SET ascii NOT NULL,
    made_at   DATETIME(6)  NOT NULL,
    FOREIGN KEY (source_id) REFERENCES source (id) ON DELETE CASCADE
);

-- intake: what was taken from senders, so that the same again changes nothing
CREATE TABLE taken_request (
    source_id  BIGINT      NOT NULL,
    -- SHA-256 of the sender's id of the request, or of its body where it has none
    request    CHAR(64)    CHARACTER SET ascii NOT NULL,
    -- kept until then
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (source_id, request),
    INDEX taken_request_by_end (expires_at),
    FOREIGN KEY (source_id) REFERENCES source (id) ON DELETE CASCADE
);
