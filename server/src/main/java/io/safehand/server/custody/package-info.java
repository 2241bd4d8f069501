/** What happens to personal data: inventory, consent, records, disclosure, notices, retention. */
@NullMarked
package io.safehand.server.custody;

import org.jspecify.annotations.NullMarked;
