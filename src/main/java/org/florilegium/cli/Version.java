package org.florilegium.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    private static final String WRITTEN = "/META-INF/maven/org.florilegium/florilegium/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"florilegium " + number()};
    }

    private static String number() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream(WRITTEN)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "development");
        }
    }
}
