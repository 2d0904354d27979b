package dev.shipgate;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests of the service within their own process: in one process, so that it starts once for each profile. */
@Suite
@SelectPackages("dev.shipgate")
@IncludeClassNamePatterns(".*Test")
@IncludeTags("io.quarkus.test.junit.QuarkusTest")
class ApplicationSuite {}
