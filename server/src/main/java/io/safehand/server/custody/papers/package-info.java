/** Texts and files about a person, which can be read as long as the person is held; and the company's own files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base.keys", "base.storage", "custody.records"})
package io.safehand.server.custody.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
