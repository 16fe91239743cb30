package firsthour;

/// Starts the command line.
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {}
}
