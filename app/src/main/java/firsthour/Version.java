package firsthour;

import picocli.CommandLine.IVersionProvider;

/// The version as the jar knows it.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Firsthour " + (version == null ? "(not packaged)" : version)};
    }
}
