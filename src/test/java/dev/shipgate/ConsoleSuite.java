package dev.shipgate;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of pages within the process of the service: in a process of their own, beside {@link ApplicationSuite}. */
@Suite
@SelectPackages("dev.shipgate.console")
@IncludeClassNamePatterns(".*Test")
@IncludeTags("io.quarkus.test.junit.QuarkusTest")
class ConsoleSuite {}
