package firsthour.demo;

import firsthour.team.Role;

/// A line of `demo/staff.jsonl`.
///
/// @param key how deeds name the member
/// @param zone an IANA name
record SampleMember(String key, String name, String email, Role role, String zone) {}
