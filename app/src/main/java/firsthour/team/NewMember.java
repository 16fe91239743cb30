package firsthour.team;

/// What is needed to add somebody, as it was typed.
///
/// @param passwordHash never the password
public record NewMember(String email, String name, Role role, String zone, String passwordHash) {

    @Override
    public String toString() {
        return "NewMember[" + email + ", " + role + "]";
    }
}
