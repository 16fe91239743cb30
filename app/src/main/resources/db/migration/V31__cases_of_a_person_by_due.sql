-- triage: the board shows what each person owes first, every ten seconds to each manager
ALTER TABLE cases
    ADD INDEX cases_by_person (state, assignee_id, due_order, priority DESC, id);
