package dev.shipgate.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, which the build puts into its jar. */
final class ShipgateVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ShipgateVersion.class.getPackage().getImplementationVersion();
        return new String[] {"shipgate " + (version == null ? "(not packaged)" : version)};
    }
}
