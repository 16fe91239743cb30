-- team: in which a member reads pages; null is what the browser asks for
ALTER TABLE member
    ADD COLUMN language VARCHAR(8) NULL AFTER zone;
