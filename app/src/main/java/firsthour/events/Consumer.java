package firsthour.events;

/// Who is told of events, through rows that wait for it.
public enum Consumer {
    ALERTS {
        @Override
        boolean wants(Event event) {
            return event instanceof Event.CaseOpened
                    || event instanceof Event.ClockWarned
                    || event instanceof Event.ClockBreached;
        }
    };

    abstract boolean wants(Event event);
}
