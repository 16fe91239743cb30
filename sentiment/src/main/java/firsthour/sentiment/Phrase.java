package firsthour.sentiment;

/// A part of the text and how it moved the judgement.
///
/// @param start offset of its first UTF-16 unit in the judged text
/// @param end offset after its last UTF-16 unit
/// @param weight below 0 toward negative, above 0 toward positive
public record Phrase(String text, int start, int end, double weight) {}
