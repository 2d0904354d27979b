package dev.shipgate.policy.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from looking around on the machine. By itself it reads the settings of user and system, starts the program
 * {@code git} to find the latter, and writes files into the repository to measure the clock of the file system.
 */
final class QuietJgit extends SystemReader {

    /** Larger objects are read as streams, which nothing here does: so no object takes more memory. */
    static final int MAX_OBJECT_BYTES = 5 * 1024 * 1024;

    private QuietJgit() {
        setPlatformChecker();
    }

    static void install() {
        SystemReader.setInstance(new QuietJgit());
        WindowCacheConfig caches = new WindowCacheConfig();
        caches.setStreamFileThreshold(MAX_OBJECT_BYTES);
        caches.setExposeStatsViaJmx(false);
        caches.install();
    }

    /** No settings but how exact a file system's clock is, which JGit would measure else. */
    private static final class NoSettings extends FileBasedConfig {

        private static final String FILE_SYSTEM = "filesystem";

        NoSettings(@Nullable Config parent, FS fileSystem) {
            super(parent, null, fileSystem);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            return section.equals(FILE_SYSTEM) ? "10 ms" : super.getString(section, subsection, name);
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fileSystem) {
        return new NoSettings(parent, fileSystem);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fileSystem) {
        return new NoSettings(parent, fileSystem);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fileSystem) {
        return new NoSettings(parent, fileSystem);
    }

    @Override
    public String getHostname() {
        return "localhost";
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public @Nullable String getProperty(String key) {
        return System.getProperty(key);
    }

    @Override
    public long getCurrentTime() {
        return System.currentTimeMillis();
    }

    @Override
    public int getTimezone(long when) {
        return 0;
    }
}
