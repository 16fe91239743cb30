package firsthour.sentiment.cues;

/// What words can show beside a topic; `signs.txt` has the words of each.
enum Sign {
    /// Injury, illness, fire, or that it nearly came to that.
    HARM,
    /// Money, identity or data in the wrong hands.
    STOLEN,
    /// Courts, authorities, the press.
    LEGAL,
    /// The customer goes, or has gone.
    LEAVING,
    /// The customer was attached to the brand.
    ATTACHED,
    /// It is no longer what it was.
    DECLINED,
    /// Regret without anger.
    SORRY,
    MONEY,
    TIME_LOST,
    REPEATED,
    /// Strong words, signs and faces.
    STRONG,
    INSULT,
    /// Somebody whom it hits harder than others.
    VULNERABLE,
    SINGLED_OUT,
    /// Something does not work, did not come, was refused.
    FAILED,
    /// What failed was put right.
    RESOLVED,
    THANKED,
    PRAISED,
    /// Words that are seldom meant as they stand.
    SARCASTIC,
    /// Praise that is often meant otherwise where something failed.
    MOCKED,
    /// A question mark.
    MARKED,
    /// Words of a question, where a question mark follows.
    ASKED,
    /// Words that ask without a question mark.
    INQUIRED,
    /// A question that wants no answer.
    RHETORICAL,
    /// Told of oneself.
    OWN,
    /// Advertisements, raffles, vacancies, things for sale.
    ADVERTISED
}
