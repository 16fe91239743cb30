package firsthour.response;

/// What a customer was given, and on which case.
public record GivenRemedy(Remedy remedy, long caseId, String brandName) {}
