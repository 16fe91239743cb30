package firsthour.events;

/// Who is told of events, through rows that wait for it.
public enum Consumer {
    ALERTS {
        @Override
        boolean wants(Event event) {
            return event instanceof Event.CaseOpened
                    || event instanceof Event.ClockWarned
                    || event instanceof Event.ClockBreached
                    || event instanceof Event.PromiseNearlyDue
                    || event instanceof Event.PromiseBroken
                    || event instanceof Event.SecondLookAsked
                    || event instanceof Event.SourceStopped
                    || event instanceof Event.SourceWentQuiet
                    || event instanceof Event.SourceAccessRanShort;
        }
    },
    /// Causes, which compare what customers wrote.
    GROUPING {
        @Override
        boolean wants(Event event) {
            return event instanceof Event.CaseOpened
                    || event instanceof Event.MentionJoined
                    || event instanceof Event.PostEdited;
        }
    },
    /// Triage, which forgets who wrote what is no longer kept.
    FORGETTING {
        @Override
        boolean wants(Event event) {
            return event instanceof Event.PostDeleted || event instanceof Event.PostExpired;
        }
    };

    abstract boolean wants(Event event);
}
