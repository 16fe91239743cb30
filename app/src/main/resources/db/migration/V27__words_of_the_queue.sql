-- Words in the queue are found without reading each post. No word is too common to be searched
-- for, so the list of words that are left out is not used. On a million posts this takes a minute.
SET SESSION innodb_ft_enable_stopword = OFF;
ALTER TABLE post ADD FULLTEXT INDEX post_by_words (title, text);
SET SESSION innodb_ft_enable_stopword = DEFAULT;

-- An author is found by the beginning of the handle, however it is typed.
ALTER TABLE cases
    ADD COLUMN author_key VARCHAR(190) COLLATE utf8mb4_general_ci AS (author_handle) VIRTUAL,
    ADD INDEX cases_by_author_key (author_key);
